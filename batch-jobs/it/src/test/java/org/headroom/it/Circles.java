package org.headroom.it;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** Classes or packages that import one another in a circle: the strongly connected parts of the graph of imports. */
final class Circles {
    private Circles() {}

    /** Circles of more classes than allowed; a nested class counts as its outermost one. */
    static List<TreeSet<String>> ofClasses(JavaClasses classes, int allowed) {
        return of(classes, allowed, Circles::outermost);
    }

    /** Circles of more packages than allowed. */
    static List<TreeSet<String>> ofPackages(JavaClasses classes, int allowed) {
        return of(classes, allowed, JavaClass::getPackageName);
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static List<TreeSet<String>> of(JavaClasses classes, int allowed, Function<JavaClass, String> node) {
        DefaultDirectedGraph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
        for (JavaClass from : classes) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith("org.headroom.")) {
                    graph.addVertex(node.apply(from));
                    graph.addVertex(node.apply(to));
                    graph.addEdge(node.apply(from), node.apply(to));
                }
            }
        }
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .filter(circle -> circle.size() > allowed)
                        .map(TreeSet::new)
                        .toList();
    }
}
