// SPDX-License-Identifier: Apache-2.0
// usage: java -cp 'neo4j/*' Neo4jCheck.java HOME SCRIPT EXPECTED_OF_CSV EXPECTED_OF_SCRIPT
//
// Called in the folder of an export for neo4j-admin. Imports it with Neo4j's own importer, starts
// the database and compares; empties it, runs the script through Bolt, compares; runs the script
// again, and compares again.
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Value;
import org.neo4j.importer.ImportCommand;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import picocli.CommandLine;

public class Neo4jCheck {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static int differences = 0;

    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath().normalize();
        Files.createDirectories(home.resolve("conf"));
        ExecutionContext context = new ExecutionContext(home, home.resolve("conf"));
        int imported = new CommandLine(new ImportCommand.Full(context))
                .setUseSimplifiedAtFiles(true)
                .execute("neo4j", "@import.args");
        if (imported != 0) {
            System.err.println("import failed: " + imported);
            System.exit(1);
        }
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", 0))
                .setConfig(GraphDatabaseSettings.auth_enabled, false)
                .build();
        try {
            GraphDatabaseAPI api = (GraphDatabaseAPI) service.database("neo4j");
            var port = api.getDependencyResolver()
                    .resolveDependency(ConnectorPortRegister.class)
                    .getLocalAddress(ConnectorType.BOLT);
            try (Driver driver = GraphDatabase.driver(
                            "bolt://localhost:" + port.getPort(), AuthTokens.none());
                    Session session = driver.session()) {
                runScript(session, Path.of("constraints.cypher"));
                compare("imported CSV", session, Path.of(args[2]));
                session.run("MATCH (n) DETACH DELETE n").consume();
                runScript(session, Path.of(args[1]));
                compare("script", session, Path.of(args[3]));
                // A relation that has turned round since is turned back, not doubled.
                session.run("MATCH (a)-[r:RELATION]->(b) WITH a, r, b ORDER BY r.id LIMIT 3 "
                        + "WITH a, b, r, properties(r) AS p DELETE r WITH a, b, p "
                        + "CREATE (b)-[turned:RELATION]->(a) SET turned = p").consume();
                runScript(session, Path.of(args[1]));
                compare("script again", session, Path.of(args[3]));
            }
        } finally {
            service.shutdown();
        }
        System.exit(differences == 0 ? 0 : 1);
    }

    private static void runScript(Session session, Path script) throws Exception {
        long begin = System.nanoTime();
        int count = 0;
        for (String statement : Files.readString(script).split(";\n")) {
            session.run(statement).consume();
            ++count;
        }
        System.out.printf("%s: %d statements in %.1f s%n", script.getFileName(), count,
                (System.nanoTime() - begin) / 1e9);
    }

    private static void compare(String what, Session session, Path file) throws Exception {
        Map<String, Integer> wanted = new HashMap<>();
        Map<String, String> answers = new TreeMap<>();
        for (String line : Files.readString(file).split("\n")) {
            JsonNode fact = JSON.readTree(line);
            if (fact.has("query")) {
                answers.put(fact.get("query").asText(), JSON.writeValueAsString(fact.get("answer")));
            } else {
                wanted.merge(canonical(JSON.convertValue(fact, Map.class)), 1, Integer::sum);
            }
        }
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (Record row : session.run("MATCH (n) RETURN labels(n)[0] AS kind, properties(n) AS p").list()) {
            Map<String, Object> values = plain(row.get("p"));
            Map<String, Object> fact = new TreeMap<>();
            fact.put("kind", row.get("kind").asString());
            fact.put("id", values.remove("id"));
            fact.put("values", values);
            take(wanted, wrong, canonical(fact));
            ++found;
        }
        for (Record row : session.run("MATCH (a)-[r]->(b) RETURN type(r) AS kind, a.id AS a, b.id AS b, "
                + "properties(r) AS p").list()) {
            Map<String, Object> fact = new TreeMap<>();
            fact.put("kind", row.get("kind").asString());
            fact.put("from", row.get("a").asString());
            fact.put("to", row.get("b").asString());
            fact.put("values", plain(row.get("p")));
            take(wanted, wrong, canonical(fact));
            ++found;
        }
        wanted.forEach((fact, left) -> {
            if (left > 0) {
                wrong.add("missing " + fact);
            }
        });
        List<List<Object>> events = new ArrayList<>();
        for (Record row : session.run("MATCH (e:Event) RETURN e.category AS c, count(*) AS n ORDER BY c").list()) {
            events.add(List.of(row.get("c").asString(), row.get("n").asLong()));
        }
        check(wrong, answers, "events_by_category", events);
        check(wrong, answers, "mentions_since_2015_of_pakistan", session.run(
                "MATCH (m:Mention)-[:REPORTS]->(e:Event)-[:SOURCE|TARGET]->(:Actor {id: 'PAK'}) "
                        + "WHERE e.from_day >= date('2015-01-01') RETURN count(DISTINCT m) AS n")
                .single().get("n").asLong());
        check(wrong, answers, "heaviest_relation", session.run(
                "MATCH ()-[r:RELATION]->() RETURN r.id AS id ORDER BY r.weight DESC, id LIMIT 1")
                .single().get("id").asString());
        wrong.sort((a, b) -> a.substring(a.indexOf('{') + 1).compareTo(b.substring(b.indexOf('{') + 1)));
        for (String line : wrong.subList(0, Math.min(12, wrong.size()))) {
            System.err.println(line.length() > 600 ? line.substring(0, 600) + "…" : line);
        }
        System.out.printf("%s: %d facts, %d differences%n", what, found, wrong.size());
        differences += wrong.size();
    }

    private static void check(List<String> wrong, Map<String, String> answers, String query, Object found)
            throws Exception {
        String text = JSON.writeValueAsString(found);
        if (!text.equals(answers.get(query))) {
            wrong.add(query + ": " + text + " instead of {" + answers.get(query));
        }
    }

    private static void take(Map<String, Integer> wanted, List<String> wrong, String fact) {
        int left = wanted.getOrDefault(fact, 0);
        if (left == 0) {
            wrong.add("unexpected " + fact);
        } else {
            wanted.put(fact, left - 1);
        }
    }

    private static Map<String, Object> plain(Value properties) {
        Map<String, Object> values = new TreeMap<>(properties.asMap());
        values.replaceAll((key, value) ->
                value instanceof LocalDate date ? Map.of("day", iso(date)) : value);
        return values;
    }

    private static String iso(LocalDate date) {
        return date.toString().replaceFirst("^\\+", "");
    }

    /** Keys sorted; a number is the same whether read from JSON or from the database. */
    private static String canonical(Object value) throws Exception {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put((String) key, item));
            StringBuilder text = new StringBuilder("{");
            for (Map.Entry<String, Object> entry : sorted.entrySet()) {
                text.append(text.length() > 1 ? "," : "").append(JSON.writeValueAsString(entry.getKey()))
                        .append(':').append(canonical(entry.getValue()));
            }
            return text.append('}').toString();
        }
        if (value instanceof List<?> list) {
            StringBuilder text = new StringBuilder("[");
            for (Object item : list) {
                text.append(text.length() > 1 ? "," : "").append(canonical(item));
            }
            return text.append(']').toString();
        }
        if (value instanceof Integer number) {
            return Long.toString(number);
        }
        return JSON.writeValueAsString(value);
    }
}
