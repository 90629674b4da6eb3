import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openide.util.Lookup;

/** Gephi imports without a warning, and its graph is what the JSON export says. */
class GephiTest {
    @TempDir Path folder;

    static void run(Path directory, String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                              .directory(directory.toFile())
                              .redirectErrorStream(true)
                              .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + output);
    }

    Path export(String sample, String ending, String... more) throws Exception {
        String relata = Path.of(System.getenv("RELATA")).toAbsolutePath().toString();
        Path graph = folder.resolve(sample + ".relata");
        if (!Files.exists(graph)) {
            Path records = Path.of("..", sample + ".jsonl").toAbsolutePath().normalize();
            run(folder, relata, "merge", records.toString(), "-o", graph.toString());
        }
        Path made = folder.resolve(sample + ending);
        List<String> command =
            new ArrayList<>(List.of(relata, "export", graph.toString(), "-o", made.toString()));
        command.addAll(List.of(more));
        run(folder, command.toArray(new String[0]));
        return made;
    }

    /** The ids of GraphML are name tokens: the id that one stands for. */
    static String idOf(Object token) {
        return Pattern.compile("_x([0-9a-f]+)_")
            .matcher(token.toString().replace('\u00b7', '|'))
            .replaceAll(match -> Matcher.quoteReplacement(
                            new String(Character.toChars(Integer.parseInt(match.group(1), 16)))));
    }

    /** XML has no control characters; they are exported as U+FFFD. */
    static String asXmlHolds(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"ordinary,gexf", "ordinary,graphml", "hostile,gexf", "hostile,graphml"})
    void imports(String sample, String format) throws Exception {
        JsonNode expected = new ObjectMapper().readTree(export(sample, ".json").toFile());
        Path file = format.equals("gexf") ? export(sample, ".gexf")
                                          : export(sample, ".graphml", "--flavor", "gephi");
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file.toFile());
        assertNotNull(container);
        // What Gephi's dialog offers for edges that run side by side: keep them all.
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        importer.process(container, new DefaultProcessor(), workspace);
        List<String> issues = new ArrayList<>();
        container.getReport().getIssues(100).forEachRemaining(issue -> {
            if (issue.getLevel() != Issue.Level.INFO)
                issues.add(issue.getLevel() + ": " + issue.getMessage());
        });
        assertEquals(List.of(), issues);
        check(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace), expected,
            format.equals("gexf"));
    }

    /** A column by the title that Gephi shows; its id is the key's in GraphML. */
    static Column titled(Table table, String title) {
        for (Column column : table) {
            if (column.getTitle().equals(title))
                return column;
        }
        throw new AssertionError("no column " + title);
    }

    static void check(GraphModel model, JsonNode expected, boolean mixed) {
        Graph graph = model.getGraph();
        TreeSet<String> nodes = new TreeSet<>(), edges = new TreeSet<>(),
                        foundNodes = new TreeSet<>(), foundEdges = new TreeSet<>();
        for (JsonNode node : expected.get("nodes")) {
            nodes.add(asXmlHolds(node.get("id").asText() + "|" + node.get("name").asText() + "|"
                + node.get("type").asText()));
        }
        for (Node node : graph.getNodes()) {
            foundNodes.add(asXmlHolds(idOf(node.getId())) + "|" + node.getLabel() + "|"
                + node.getAttribute(titled(model.getNodeTable(), "type")));
        }
        assertEquals(nodes, foundNodes);
        for (JsonNode edge : expected.get("edges")) {
            edges.add(asXmlHolds(String.join("|", edge.get("source").asText(),
                edge.get("type").asText(), edge.get("target").asText(), edge.get("status").asText(),
                edge.get("confidence").asText(), edge.get("sources").asText(),
                edge.get("symmetric").asText(),
                edge.get("evidence").get(0).get("quote").asText())));
        }
        Table table = model.getEdgeTable();
        for (Edge edge : graph.getEdges()) {
            boolean symmetric = (Boolean) edge.getAttribute(titled(table, "symmetric"));
            assertEquals(mixed && symmetric, !edge.isDirected(), edge.getId().toString());
            foundEdges.add(String.join("|", asXmlHolds(idOf(edge.getSource().getId())),
                (String) edge.getAttribute(titled(table, "relation")),
                asXmlHolds(idOf(edge.getTarget().getId())),
                (String) edge.getAttribute(titled(table, "status")),
                edge.getAttribute(titled(table, "confidence")).toString(),
                edge.getAttribute(titled(table, "sources")).toString(),
                String.valueOf(symmetric),
                (String) edge.getAttribute(titled(table, "quote"))));
        }
        assertEquals(edges, foundEdges);
    }
}
