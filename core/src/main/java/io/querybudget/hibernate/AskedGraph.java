package io.querybudget.hibernate;

import jakarta.persistence.AttributeNode;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.Subgraph;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.LoadQueryInfluencers;

/** The entity graph that the application asked for. */
final class AskedGraph {

    private AskedGraph() {}

    /** {@return the paths of the attributes of the graph that is in force, in its order; empty without one} */
    static List<String> of(LoadQueryInfluencers influencers) {
        EntityGraph<?> graph = influencers.getEffectiveEntityGraph().getGraph();
        List<String> paths = new ArrayList<>();
        if (graph != null) {
            add("", graph.getAttributeNodes(), paths);
        }
        return paths;
    }

    private static void add(String before, List<AttributeNode<?>> nodes, List<String> paths) {
        for (AttributeNode<?> node : nodes) {
            String path = before + node.getAttributeName();
            paths.add(path);
            for (Subgraph<?> subgraph : node.getSubgraphs().values()) {
                add(path + ".", subgraph.getAttributeNodes(), paths);
            }
        }
    }
}
