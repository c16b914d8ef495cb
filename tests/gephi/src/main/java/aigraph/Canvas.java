package aigraph;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.gephi.preview.api.CanvasSize;
import org.gephi.preview.api.G2DTarget;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.api.RenderTarget;
import org.gephi.preview.api.Vector;
import org.gephi.preview.spi.RenderTargetBuilder;
import org.openide.util.Lookup;

/**
 * What Gephi's Preview draws on where there is no screen: its own canvas asks the screen for an image, and fails without
 * one. META-INF/services puts this one before it; all that is drawn is drawn by Gephi.
 */
public final class Canvas implements RenderTargetBuilder {
    @Override
    public String getName() {
        return RenderTarget.G2D_TARGET;
    }

    @Override
    public RenderTarget buildRenderTarget(PreviewModel model) {
        int width = model.getProperties().getIntValue("width");
        int height = model.getProperties().getIntValue("height");
        return new Target(model, new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    private static final class Target implements G2DTarget {
        private final PreviewModel model;
        private final BufferedImage image;
        private final Graphics2D graphics;
        private float scaling = 1;

        Target(PreviewModel model, BufferedImage image) {
            this.model = model;
            this.image = image;
            graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        }

        /** Fills the image with the graph, with a margin of a twentieth. */
        @Override
        public void refresh() {
            CanvasSize size = model.getGraphicsCanvasSize();
            scaling = 0.9f * Math.min(image.getWidth() / size.getWidth(), image.getHeight() / size.getHeight());
            Color background = model.getProperties().getColorValue(PreviewProperty.BACKGROUND_COLOR);
            graphics.setTransform(new AffineTransform());
            graphics.setColor(background == null ? Color.WHITE : background);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.translate(image.getWidth() / 2f, image.getHeight() / 2f);
            graphics.scale(scaling, scaling);
            graphics.translate(-size.getX() - size.getWidth() / 2, -size.getY() - size.getHeight() / 2);
            Lookup.getDefault().lookup(PreviewController.class).render(this);
        }

        @Override
        public Graphics2D getGraphics() {
            return graphics;
        }

        @Override
        public Image getImage() {
            return image;
        }

        @Override
        public int getWidth() {
            return image.getWidth();
        }

        @Override
        public int getHeight() {
            return image.getHeight();
        }

        @Override
        public Vector getTranslate() {
            return new Vector();
        }

        @Override
        public float getScaling() {
            return scaling;
        }

        @Override
        public void resize(int width, int height) {}

        @Override
        public void setScaling(float scaling) {}

        @Override
        public void setMoving(boolean moving) {}

        @Override
        public void reset() {}
    }
}
