// SPDX-License-Identifier: Apache-2.0
// Opens a graph file as Gephi does, by its toolkit, and prints what arrived: a line "nodes N",
// "edges N" and "report SEVERITY MESSAGE", then one line of tab-separated "name=value" a node and
// edge. usage: java -cp gephi-toolkit-all.jar GephiRead.java FILE

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

public class GephiRead {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(arguments[0]));
        if (container == null) {
            out.println("report SEVERE no importer takes this file");
            return;
        }
        Report report = container.getReport();
        for (var issues = report.getIssues(1000); issues.hasNext();) {
            Issue issue = issues.next();
            out.println("report " + issue.getLevel() + " " + issue.getMessage());
        }
        importer.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        out.println("nodes " + graph.getNodeCount());
        out.println("edges " + graph.getEdgeCount());
        out.println("time " + model.getTimeFormat());
        for (var node : graph.getNodes().toArray()) {
            out.println("node\tid=" + node.getId() + "\tlabel=" + flat(node.getLabel()) + columns(node));
        }
        for (Edge edge : graph.getEdges().toArray()) {
            out.println("edge\tid=" + edge.getId() + "\tsource=" + edge.getSource().getId() + "\ttarget="
                    + edge.getTarget().getId() + "\tdirected=" + edge.isDirected() + "\tkind="
                    + edge.getTypeLabel() + "\tweight=" + edge.getWeight() + columns(edge));
        }
    }

    private static String columns(Element element) {
        StringBuilder text = new StringBuilder();
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (value != null && !column.getId().equals("id")) {
                text.append('\t').append(column.getId()).append(':')
                        .append(column.getTypeClass().getSimpleName()).append('=').append(flat(value));
            }
        }
        return text.toString();
    }

    private static String flat(Object value) {
        return String.valueOf(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace(
                "\r", "\\r");
    }
}
