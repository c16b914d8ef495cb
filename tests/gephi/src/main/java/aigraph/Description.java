package aigraph;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.gephi.graph.api.AttributeUtils;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.graph.api.types.IntervalSet;
import org.joda.time.DateTimeZone;
import org.joda.time.Instant;

/** Prints the graph that Gephi holds. */
final class Description {
    private Description() {}

    static void graph(GraphModel model) {
        Graph graph = model.getGraph();
        Answer.print("graph", "nodes", graph.getNodeCount(), "edges", graph.getEdgeCount(), "directed", model.isDirected(),
            "multi", model.isMultiGraph(), "dynamic", model.isDynamic(), "time_format", model.getTimeFormat());
        Map<String, Integer> kinds = new TreeMap<>();
        for (Edge edge : graph.getEdges()) {
            kinds.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
        }
        kinds.forEach((kind, edges) -> Answer.print("kind", "name", kind, "edges", edges));
        Interval bounds = model.getTimeBounds();
        Answer.print("time", "start", day(bounds.getLow()), "end", day(bounds.getHigh()));
        columns("node", model.getNodeTable());
        columns("edge", model.getEdgeTable());
    }

    static void elements(Graph graph) {
        for (Node node : graph.getNodes()) {
            Answer.print("node", "id", node.getId(), "label", node.getLabel(), "x", node.x(), "y", node.y(), "size", node.size(),
                "color", color(node.getRGBA()), "spells", spells(node), "values", values(node));
        }
        for (Edge edge : graph.getEdges()) {
            Answer.print("edge", "id", edge.getId(), "source", edge.getSource().getId(), "target", edge.getTarget().getId(),
                "kind", edge.getTypeLabel(), "label", edge.getLabel(), "weight", edge.getWeight(), "color", color(edge.getRGBA()),
                "spells", spells(edge), "values", values(edge));
        }
    }

    private static void columns(String of, Table table) {
        for (Column column : table) {
            Answer.print("column", "of", of, "id", column.getId(), "type", column.getTypeClass().getSimpleName());
        }
    }

    /** Returns the values, set apart by characters that no file in XML can hold. */
    private static String values(Element element) {
        StringJoiner values = new StringJoiner("\u001e");
        for (Column column : element.getTable()) {
            Object value = element.getAttribute(column);
            if (!column.isProperty() && value != null) {
                values.add(column.getId() + "\u001f" + AttributeUtils.print(value));
            }
        }
        return values.toString();
    }

    private static String spells(Element element) {
        StringJoiner spells = new StringJoiner(" ");
        if (element.getAttribute("timeset") instanceof IntervalSet set) {
            for (Interval spell : set.toArray()) {
                spells.add(day(spell.getLow()) + "/" + day(spell.getHigh()));
            }
        }
        return spells.toString();
    }

    private static String day(double time) {
        return Double.isInfinite(time) ? ".." : new Instant((long) time).toDateTime(DateTimeZone.UTC).toLocalDate().toString();
    }

    private static String color(int rgba) {
        return String.format("#%06x", rgba & 0xffffff);
    }
}
