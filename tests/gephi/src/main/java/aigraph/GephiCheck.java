package aigraph;

import java.io.File;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.statistics.plugin.Degree;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;
import org.openide.util.Lookup;

/**
 * Opens a GEXF file as Gephi does and prints what Gephi saw, one JSON object a line. Exit code 0: Gephi had nothing to
 * say against the file; 1: it warned or refused; 2: usage.
 */
public final class GephiCheck {
    private static final int LAYOUT_STEPS = 5;

    private GephiCheck() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("usage: GephiCheck FILE.gexf");
            System.exit(2);
        }
        System.exit(check(new File(arguments[0])) ? 0 : 1);
    }

    private static boolean check(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);

        Container container;
        try {
            container = imports.importFile(file);
        } catch (RuntimeException error) {
            // Gephi wraps whatever its reader throws: a file that breaks off, a date that it cannot read.
            print("issue", "level", Issue.Level.CRITICAL, "message", error.getMessage());
            return false;
        }
        boolean clean = report(container);
        imports.process(container, new DefaultProcessor(), workspace);
        // What is merged or dropped on the way into the graph is reported only now.
        clean &= report(container);

        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        describe(model);
        layout(model);
        Degree degree = new Degree();
        degree.execute(model);
        print("statistic", "name", "average degree", "value", degree.getAverageDegree());
        return clean;
    }

    /** Prints the issues reported since the last call; returns whether all are below WARNING. */
    private static boolean report(Container container) {
        boolean clean = true;
        for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
            print("issue", "level", issue.getLevel(), "message", issue.getMessage());
            clean &= issue.getLevel().toInteger() < Issue.Level.WARNING.toInteger();
        }
        container.getReport().clean();
        return clean;
    }

    private static void describe(GraphModel model) {
        Graph graph = model.getGraph();
        print("graph", "nodes", graph.getNodeCount(), "edges", graph.getEdgeCount(), "directed", model.isDirected(),
            "multi", model.isMultiGraph(), "dynamic", model.isDynamic(), "time_format", model.getTimeFormat());
        Map<String, Integer> kinds = new TreeMap<>();
        for (Edge edge : graph.getEdges()) {
            kinds.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
        }
        kinds.forEach((kind, edges) -> print("kind", "name", kind, "edges", edges));
        Interval bounds = model.getTimeBounds();
        print("time", "start", day(bounds.getLow()), "end", day(bounds.getHigh()));
        for (Column column : model.getNodeTable()) {
            print("column", "of", "node", "id", column.getId(), "type", column.getTypeClass().getSimpleName());
        }
        for (Column column : model.getEdgeTable()) {
            print("column", "of", "edge", "id", column.getId(), "type", column.getTypeClass().getSimpleName());
        }
        for (Node node : graph.getNodes()) {
            print("node", "id", node.getId(), "label", node.getLabel(), "x", node.x(), "y", node.y(), "size", node.size(),
                "color", String.format("#%06x", node.getRGBA() & 0xffffff));
        }
        for (Edge edge : graph.getEdges()) {
            print("edge", "id", edge.getId(), "source", edge.getSource().getId(), "target", edge.getTarget().getId(),
                "kind", edge.getTypeLabel(), "weight", edge.getWeight(), "spells", spells(edge),
                "sentence", edge.getAttributeKeys().contains("sentence") ? edge.getAttribute("sentence") : null);
        }
    }

    private static String spells(Edge edge) {
        IntervalSet set = (IntervalSet) edge.getAttribute("timeset");
        StringJoiner spells = new StringJoiner(" ");
        if (set != null) {
            for (Interval spell : set.toArray()) {
                spells.add(day(spell.getLow()) + "/" + day(spell.getHigh()));
            }
        }
        return spells.toString();
    }

    private static String day(double time) {
        return Double.isInfinite(time) ? ".." : new Instant((long) time).toDateTime(DateTimeZone.UTC).toLocalDate().toString();
    }

    private static void layout(GraphModel model) {
        ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
        layout.setGraphModel(model);
        layout.resetPropertiesValues();
        layout.initAlgo();
        int steps = 0;
        while (steps < LAYOUT_STEPS && layout.canAlgo()) {
            layout.goAlgo();
            steps++;
        }
        layout.endAlgo();
        print("layout", "name", "ForceAtlas2", "steps", steps);
    }

    private static void print(String what, Object... pairs) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        members.add("\"line\":" + json(what));
        for (int i = 0; i < pairs.length; i += 2) {
            members.add(json(pairs[i]) + ":" + json(pairs[i + 1]));
        }
        System.out.println(members);
    }

    private static String json(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
