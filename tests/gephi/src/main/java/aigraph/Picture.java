package aigraph;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.PNGExporter;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Draws the graph as Gephi's Preview does, in the colours of its nodes and edges. */
final class Picture {
    private static final int SIZE = 1024;

    private Picture() {}

    static void print(File file, Workspace workspace) throws IOException {
        PreviewController previews = Lookup.getDefault().lookup(PreviewController.class);
        PreviewModel preview = previews.getModel(workspace);
        preview.getProperties().putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
        preview.getProperties().putValue(PreviewProperty.EDGE_CURVED, false);
        previews.refreshPreview(workspace);
        PNGExporter exporter = new PNGExporter();
        exporter.setWorkspace(workspace);
        exporter.setWidth(SIZE);
        exporter.setHeight(SIZE);
        Lookup.getDefault().lookup(ExportController.class).exportFile(file, exporter);
        describe(ImageIO.read(file));
    }

    private static void describe(BufferedImage image) {
        Map<Integer, Integer> colors = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        int background = colors.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        double drawn = 1 - background / (double) (image.getWidth() * image.getHeight());
        Answer.print("picture", "width", image.getWidth(), "height", image.getHeight(), "colors", colors.size(), "drawn", drawn);
    }
}
