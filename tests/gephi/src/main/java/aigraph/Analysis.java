package aigraph;

import org.gephi.graph.api.GraphModel;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.statistics.plugin.Degree;
import org.gephi.statistics.plugin.Modularity;
import org.gephi.statistics.plugin.PageRank;

/** Lays out and counts. */
final class Analysis {
    private Analysis() {}

    static void layout(GraphModel model, int wanted) {
        ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
        layout.setGraphModel(model);
        layout.resetPropertiesValues();
        layout.setBarnesHutOptimize(true);
        layout.initAlgo();
        int steps = 0;
        while (steps < wanted && layout.canAlgo()) {
            layout.goAlgo();
            steps++;
        }
        layout.endAlgo();
        Answer.print("layout", "name", "ForceAtlas2", "steps", steps);
    }

    static void statistics(GraphModel model) {
        Degree degree = new Degree();
        degree.execute(model);
        Answer.print("statistic", "name", "average degree", "value", degree.getAverageDegree());
        PageRank rank = new PageRank();
        rank.setDirected(true);
        rank.execute(model);
        double ranks = 0;
        for (var node : model.getGraph().getNodes()) {
            ranks += (Double) node.getAttribute(PageRank.PAGERANK);
        }
        Answer.print("statistic", "name", "sum of PageRank", "value", ranks);
        Modularity modularity = new Modularity();
        modularity.setRandom(false);
        modularity.execute(model);
        Answer.print("statistic", "name", "modularity", "value", modularity.getModularity());
    }
}
