package aigraph;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Gephi without a screen, for the tests. Each line of standard input is a command and its arguments, percent-encoded
 * and set apart by spaces; the answer is a JSON object a line, the last of which is {"line":"done"}.
 *
 * <pre>
 * open FILE [NO_MERGE]          import a file into a workspace of its own: what Gephi reports, before and after processing
 * graph                         counts, kinds, time, columns
 * elements                      each node and edge
 * layout STEPS                  ForceAtlas2
 * statistics                    degree, PageRank, modularity
 * picture FILE.png              the preview, and what is in the picture
 * rename ID LABEL               a node's label, as in the Data Laboratory
 * merge COLUMN ID ID...         "Merge nodes" of the Data Laboratory; the text in the column is joined
 * write nodes|edges COLUMN ID TEXT   a cell; a column that is missing is added
 * remove ID...                  nodes, with their edges
 * save FILE                     Gephi's own exporter, by the file's suffix
 * </pre>
 */
public final class Gephi {
    private final ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    private Workspace workspace;

    public static void main(String[] arguments) throws Exception {
        Gephi gephi = new Gephi();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            List<String> words = Arrays.stream(line.split(" ")).map(Gephi::decoded).toList();
            try {
                gephi.run(words.get(0), words.subList(1, words.size()));
            } catch (Exception error) {
                // What Gephi itself throws is an answer, too; the log has all of it.
                error.printStackTrace();
                Answer.print("failure", "command", words.get(0), "message", error.toString());
            }
            Answer.print("done");
        }
    }

    private void run(String command, List<String> words) throws Exception {
        switch (command) {
            case "open" -> open(new File(words.get(0)), words.contains("NO_MERGE"));
            case "graph" -> Description.graph(model());
            case "elements" -> Description.elements(model().getGraph());
            case "layout" -> Analysis.layout(model(), Integer.parseInt(words.get(0)));
            case "statistics" -> Analysis.statistics(model());
            case "picture" -> Picture.print(new File(words.get(0)), workspace);
            case "rename" -> Laboratory.rename(model(), words.get(0), words.get(1));
            case "merge" -> Laboratory.merge(model(), words.get(0), words.subList(1, words.size()));
            case "write" -> Laboratory.write(model(), words.get(0), words.get(1), words.get(2), words.get(3));
            case "remove" -> Laboratory.remove(model(), words);
            case "save" -> Lookup.getDefault().lookup(ExportController.class).exportFile(new File(words.get(0)), workspace);
            default -> throw new IllegalArgumentException("no such command");
        }
    }

    private void open(File file, boolean kept) throws IOException {
        // One project at a time: Gephi lets go of the former graph.
        projects.newProject();
        workspace = projects.getCurrentWorkspace();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        Container container;
        try {
            container = imports.importFile(file);
        } catch (RuntimeException error) {
            // Gephi wraps whatever its reader throws: a file that breaks off, a date that it cannot read.
            Answer.print("issue", "level", Issue.Level.CRITICAL, "message", error.getMessage());
            return;
        }
        if (container == null) {
            Answer.print("issue", "level", Issue.Level.CRITICAL, "message", "Gephi has no importer for this file");
            return;
        }
        if (kept) {
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        }
        report(container);
        imports.process(container, new DefaultProcessor(), workspace);
        // What is merged or dropped on the way into the graph is reported only now.
        report(container);
    }

    private static void report(Container container) {
        for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
            Answer.print("issue", "level", issue.getLevel(), "message", issue.getMessage());
        }
        container.getReport().clean();
    }

    private GraphModel model() {
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    }

    private static String decoded(String word) {
        return URLDecoder.decode(word, StandardCharsets.UTF_8);
    }
}
