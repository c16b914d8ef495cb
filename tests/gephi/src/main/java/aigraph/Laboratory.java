package aigraph;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gephi.datalab.api.GraphElementsController;
import org.gephi.datalab.spi.ManipulatorUI;
import org.gephi.datalab.spi.rows.merge.AttributeRowsMergeStrategy;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.openide.util.Lookup;

/** What a user does to a graph in Gephi's Data Laboratory. */
final class Laboratory {
    private Laboratory() {}

    static void rename(GraphModel model, String id, String label) {
        node(model, id).setLabel(label);
    }

    static void write(GraphModel model, String of, String column, String id, String text) {
        boolean nodes = of.equals("nodes");
        Table table = nodes ? model.getNodeTable() : model.getEdgeTable();
        if (!table.hasColumn(column)) {
            table.addColumn(column, String.class);
        }
        Element element = nodes ? model.getGraph().getNode(id) : model.getGraph().getEdge(id);
        Objects.requireNonNull(element, id).setAttribute(column, text);
    }

    static void remove(GraphModel model, List<String> ids) {
        ids.forEach(id -> model.getGraph().removeNode(node(model, id)));
    }

    /** The first node is the one that the user chose: the new node has its place, its colour and its other values. */
    static void merge(GraphModel model, String joined, List<String> ids) {
        Graph graph = model.getGraph();
        Node[] nodes = ids.stream().map(id -> node(model, id)).toArray(Node[]::new);
        Column[] columns = StreamSupport.stream(model.getNodeTable().spliterator(), false)
            .filter(column -> !column.isReadOnly()).toArray(Column[]::new);
        AttributeRowsMergeStrategy[] strategies = Arrays.stream(columns)
            .map(column -> column.getId().equals(joined) ? new Joined() : null).toArray(AttributeRowsMergeStrategy[]::new);
        Node merged = Lookup.getDefault().lookup(GraphElementsController.class)
            .mergeNodes(graph, nodes, nodes[0], columns, strategies, true);
        Answer.print("merged", "id", merged.getId());
    }

    private static Node node(GraphModel model, String id) {
        return Objects.requireNonNull(model.getGraph().getNode(id), id);
    }

    /** "Join with separator", which the toolkit leaves to the desktop. */
    private static final class Joined implements AttributeRowsMergeStrategy {
        private Element[] rows;
        private Column column;
        private String result;

        @Override
        public void setup(Element[] rows, Element selectedRow, Column column) {
            this.rows = rows;
            this.column = column;
        }

        @Override
        public void execute() {
            result = Arrays.stream(rows).map(row -> row.getAttribute(column)).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.joining(", "));
        }

        @Override
        public Object getReducedValue() {
            return result;
        }

        @Override
        public boolean canExecute() {
            return true;
        }

        @Override
        public String getName() {
            return "Join with separator";
        }

        @Override
        public String getDescription() {
            return getName();
        }

        @Override
        public ManipulatorUI getUI() {
            return null;
        }

        @Override
        public int getType() {
            return 0;
        }

        @Override
        public int getPosition() {
            return 0;
        }

        @Override
        public javax.swing.Icon getIcon() {
            return null;
        }
    }
}
