import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Neo4j takes the Cypher script and the admin import, holds what the JSON export says, and answers
 * queries as relata query does.
 */
class Neo4jTest {
    @TempDir Path folder;

    static void run(Path directory, Map<String, String> environment, String... command)
        throws Exception {
        ProcessBuilder builder =
            new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + output);
    }

    Path export(String sample, String format) throws Exception {
        String relata = Path.of(System.getenv("RELATA")).toAbsolutePath().toString();
        Path graph = folder.resolve(sample + ".relata");
        if (!Files.exists(graph)) {
            Path records = Path.of("..", sample + ".jsonl").toAbsolutePath().normalize();
            run(folder, Map.of(), relata, "merge", records.toString(), "-o", graph.toString());
        }
        Path made = folder.resolve(sample + "-" + format);
        run(folder, Map.of(), relata, "export", graph.toString(), "-o", made.toString(), "--format",
            format);
        return made;
    }

    /** A server in this process with Bolt on a free port of the loopback interface. */
    static DatabaseManagementService start(Path home) {
        return new DatabaseManagementServiceBuilder(home)
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", 0))
            .build();
    }

    static void execute(GraphDatabaseService database, String script) {
        for (String statement : script.split(";\n")) {
            if (!statement.isBlank())
                database.executeTransactionally(statement);
        }
    }

    static List<Map<String, Object>> query(GraphDatabaseService database, String query) {
        List<Map<String, Object>> rows = new ArrayList<>();
        database.executeTransactionally(query, Map.of(), result -> {
            result.forEachRemaining(row -> rows.add(new TreeMap<>(row)));
            return null;
        });
        return rows;
    }

    /** Very long ids are exported as their beginning and a hash. */
    static String shortId(String id) { return id.length() > 500 ? id.substring(0, 500) : id; }

    static final Set<String> SHOWN =
        Set.of("id", "type", "status", "confidence", "sources", "quote", "url", "evidence");

    /** Dates, attributes and whatever else a relationship has, in the export's names. */
    static Map<String, String> facts(Map<String, Object> properties) {
        Map<String, String> facts = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (!SHOWN.contains(name))
                facts.put(name.replaceFirst("^attribute_", ""), value.toString());
        });
        return facts;
    }

    static Map<String, String> facts(JsonNode edge) {
        Map<String, String> facts = new TreeMap<>();
        for (String name : List.of("symmetric", "first_seen", "last_seen", "valid_from", "valid_to"))
            if (edge.has(name))
                facts.put(name, edge.get(name).asText());
        if (edge.has("attributes"))
            edge.get("attributes").fields().forEachRemaining(
                attribute -> facts.put(columnName(attribute.getKey()), attribute.getValue().asText()));
        return facts;
    }

    /** Column names are letters of ASCII, digits and underscores. */
    static String columnName(String attribute) {
        String bytes = new String(attribute.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return bytes.replaceAll("[^A-Za-z0-9]", "_");
    }

    static void check(GraphDatabaseService database, JsonNode expected) throws IOException {
        Map<String, String> nodes = new TreeMap<>();
        for (JsonNode node : expected.get("nodes")) {
            List<String> aliases = new ArrayList<>();
            node.get("aliases").forEach(
                alias -> aliases.add(alias.asText().replace('\u001f', '\ufffd')));
            nodes.put(shortId(node.get("id").asText()),
                node.get("type").asText() + "|" + node.get("name").asText() + "|" + aliases);
        }
        Map<String, String> found = new TreeMap<>();
        for (Map<String, Object> row :
            query(database,
                "MATCH (n:Entity) RETURN n.id AS id, n.name AS name, coalesce(n.aliases, []) AS aliases, "
                    + "[l IN labels(n) WHERE l <> 'Entity'][0] AS label")) {
            Object aliases = row.get("aliases");
            List<?> list = aliases instanceof String[] array ? List.of(array) : (List<?>) aliases;
            found.put(shortId((String) row.get("id")),
                row.get("label") + "|" + row.get("name") + "|" + list);
        }
        assertEquals(nodes, found);
        ObjectMapper json = new ObjectMapper();
        Map<String, String> edges = new TreeMap<>();
        Map<String, JsonNode> evidence = new TreeMap<>();
        for (JsonNode edge : expected.get("edges")) {
            edges.put(edge.get("key").asText(),
                String.join("|", shortId(edge.get("source").asText()), edge.get("type").asText(),
                    shortId(edge.get("target").asText()), edge.get("status").asText(),
                    edge.get("confidence").asText(), edge.get("sources").asText(),
                    edge.get("evidence").get(0).get("quote").asText(), facts(edge).toString()));
            evidence.put(edge.get("key").asText(), edge.get("evidence"));
        }
        Map<String, String> foundEdges = new TreeMap<>();
        for (Map<String, Object> row :
            query(database,
                "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS a, "
                    + "b.id AS b, r.status AS status, r.confidence AS confidence, r.sources AS sources, "
                    + "r.quote AS quote, r.evidence AS evidence, properties(r) AS properties")) {
            String id = (String) row.get("id");
            @SuppressWarnings("unchecked")
            Map<String, Object> properties = (Map<String, Object>) row.get("properties");
            foundEdges.put(id,
                String.join("|", shortId((String) row.get("a")), (String) row.get("type"),
                    shortId((String) row.get("b")), (String) row.get("status"),
                    row.get("confidence").toString(), row.get("sources").toString(),
                    (String) row.get("quote"), facts(properties).toString()));
            assertEquals(evidence.get(id), json.readTree((String) row.get("evidence")), id);
        }
        assertEquals(edges, foundEdges);
    }

    /** Numbers without the last digits, in which means may differ by how they are summed. */
    static String text(JsonNode value) {
        return value.isDouble() ? String.format("%.9f", value.asDouble()) : value.toString();
    }

    /** Rows as JSON text, with the members of lists sorted: collect() promises no order. */
    static List<String> rows(JsonNode table) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : table) {
            Map<String, String> cells = new TreeMap<>();
            row.fields().forEachRemaining(cell -> {
                List<String> values = new ArrayList<>();
                if (cell.getValue().isArray())
                    cell.getValue().forEach(value -> values.add(text(value)));
                else
                    values.add(text(cell.getValue()));
                values.sort(null);
                cells.put(cell.getKey(), values.toString());
            });
            rows.add(cells.toString());
        }
        return rows;
    }

    @Test
    void answersLikeRelata() throws Exception {
        ObjectMapper json = new ObjectMapper();
        String script = Files.readString(export("ordinary", "cypher"));
        String relata = Path.of(System.getenv("RELATA")).toAbsolutePath().toString();
        DatabaseManagementService server = start(folder.resolve("home"));
        try {
            GraphDatabaseService database = server.database("neo4j");
            execute(database, script);
            for (String query : Files.readAllLines(Path.of("..", "queries.txt"))) {
                Path answer = folder.resolve("answer.json");
                Process asked = new ProcessBuilder(relata, "query", folder.resolve("ordinary.relata").toString(),
                    query, "--format", "json").redirectOutput(answer.toFile()).start();
                asked.waitFor();
                List<String> expected = rows(json.readTree(answer.toFile()));
                assertTrue(!expected.isEmpty(), query);
                assertEquals(expected, rows(json.valueToTree(query(database, query))), query);
            }
        } finally {
            server.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "hostile"})
    void takesTheCypherScriptTwice(String sample) throws Exception {
        JsonNode expected = new ObjectMapper().readTree(export(sample, "json").toFile());
        String script = Files.readString(export(sample, "cypher"));
        DatabaseManagementService server = start(folder.resolve("home"));
        try {
            GraphDatabaseService database = server.database("neo4j");
            execute(database, script);
            check(database, expected);
            execute(database, script);
            check(database, expected);
        } finally {
            server.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordinary", "hostile"})
    void takesTheAdminImport(String sample) throws Exception {
        JsonNode expected = new ObjectMapper().readTree(export(sample, "json").toFile());
        Path tables = export(sample, "neo4j");
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("conf"));
        Path admin = home.resolve("bin/neo4j-admin");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(admin,
            "#!/bin/sh\nexec '" + java + "' --add-opens=java.base/java.nio=ALL-UNNAMED -cp '"
                + System.getProperty("java.class.path") + "' org.neo4j.cli.AdminTool \"$@\"\n");
        assertTrue(admin.toFile().setExecutable(true));
        run(tables,
            Map.of("NEO4J_HOME", home.toString(), "NEO4J_CONF", home.resolve("conf").toString()),
            tables.resolve("import.sh").toString(), "neo4j",
            "--report-file=" + folder.resolve("report"));
        DatabaseManagementService server = start(home);
        try {
            GraphDatabaseService database = server.database("neo4j");
            execute(database, Files.readString(tables.resolve("constraints.cypher")));
            check(database, expected);
        } finally {
            server.shutdown();
        }
    }
}
