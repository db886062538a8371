package io.switchboard.tryton.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/** A Tryton on a socket of this machine, with one database and one user. Statuses, forms and words are those of a real 6.0. */
public final class FakeTryton implements AutoCloseable {
    /** The database's name. */
    public static final String DATABASE = "shop";
    /** The user's login. */
    public static final String USER = "hub";
    /** The user's password. */
    public static final String PASSWORD = "right";

    private static final int MOST_BAD_LOGINS = 6;

    static {
        // Else every answer comes 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final FakeModels models = new FakeModels();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final Queue<FakeAnswer> prepared = new ConcurrentLinkedQueue<>();
    private final Map<String, Runnable> before = new ConcurrentHashMap<>();
    private final Map<String, FakeAnswer> after = new ConcurrentHashMap<>();
    private final Map<String, LongConsumer> buttons = new ConcurrentHashMap<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final List<String> methods = new CopyOnWriteArrayList<>();
    private final AtomicInteger badLogins = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();

    /** Starts it on any free port. */
    public FakeTryton() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Its records. */
    public FakeModels models() {
        return models;
    }

    /** Ends all sessions, as after 300 s without a call. */
    public void endSessions() {
        sessions.clear();
    }

    /** Lets the next question but logging in be answered so, and does nothing. */
    public void answerNext(FakeAnswer answer) {
        prepared.add(answer);
    }

    /** Does something before the next call of a method, as somebody else might. */
    public void beforeNext(String method, Runnable work) {
        before.put(method, work);
    }

    /** Does what the next call of a method asks, and answers so. */
    public void afterNext(String method, FakeAnswer answer) {
        after.put(method, answer);
    }

    /** What a button does to a record; a transition that is not allowed does nothing. */
    public void button(String method, LongConsumer work) {
        buttons.put(method, work);
    }

    /** Refuses a method from now on, as where the user has not the right. */
    public void refuse(String method) {
        refused.add(method);
    }

    /** The methods that were called, in their order, logging in among them. */
    public List<String> methods() {
        return List.copyOf(methods);
    }

    /** How often somebody signed in. */
    public int logins() {
        return logins.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            FakeAnswer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private FakeAnswer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestURI().getPath().equals("/" + DATABASE + "/")) {
            return FakeAnswer.page(404, "Not Found");
        }
        JsonNode request;
        try {
            request = FakeModels.JSON.readTree(body);
        } catch (IOException e) {
            return FakeAnswer.page(500, "Value after * must be an iterable, not NoneType");
        }
        String method = request.path("method").asText();
        methods.add(method);
        if (method.equals("common.db.login")) {
            return login(request.path("params"));
        }
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!sessions.containsKey(given)) {
            return new FakeAnswer(401, "text/plain; charset=utf-8", "");
        }
        FakeAnswer next = prepared.poll();
        if (next != null) {
            return next;
        }
        Optional.ofNullable(before.remove(method)).ifPresent(Runnable::run);
        FakeAnswer answer = result(method, request.path("params"));
        return Optional.ofNullable(after.remove(method)).orElse(answer);
    }

    private FakeAnswer login(JsonNode params) {
        if (badLogins.get() >= MOST_BAD_LOGINS) {
            return FakeAnswer.page(429, "This user has exceeded an allotted request count. Try again later.");
        }
        if (!params.path(0).asText().equals(USER)
                || !params.path(1).path("password").asText().equals(PASSWORD)) {
            badLogins.incrementAndGet();
            return FakeAnswer.page(401, "Unauthorized");
        }
        String key = "key" + logins.incrementAndGet();
        byte[] named = (USER + ":3:" + key).getBytes(StandardCharsets.UTF_8);
        sessions.put("Session " + Base64.getEncoder().encodeToString(named), key);
        return FakeAnswer.result(FakeModels.JSON.createArrayNode().add(3).add(key));
    }

    private FakeAnswer result(String method, JsonNode params) {
        String last = method.substring(method.lastIndexOf('.') + 1);
        if (!method.startsWith("model.")) {
            return FakeAnswer.page(403, "Forbidden");
        }
        if (refused.contains(method)) {
            return FakeAnswer.error(FakeFault.user("You are not allowed to do this."));
        }
        String model = method.substring("model.".length(), method.length() - last.length() - 1);
        try {
            return switch (last) {
                case "get_preferences" ->
                    FakeAnswer.result(
                            FakeModels.JSON.createObjectNode().put("company", 1).put("language", "en"));
                case "get_access" -> FakeAnswer.result(access(params.path(0)));
                case "search_read" ->
                    FakeAnswer.result(models.search(
                            model, params.path(0), params.path(2).asInt(), params.path(3), params.path(4)));
                case "create" ->
                    FakeAnswer.result(FakeModels.JSON.createArrayNode().add(models.add(model, (ObjectNode)
                            params.path(0).path(0))));
                case "write" -> {
                    write(model, params);
                    yield FakeAnswer.result(FakeModels.JSON.nullNode());
                }
                case "delete" -> {
                    models.delete(model, params.path(0).path(0).asLong());
                    yield FakeAnswer.result(FakeModels.JSON.nullNode());
                }
                default -> press(method, params);
            };
        } catch (FakeFault e) {
            return FakeAnswer.error(e);
        }
    }

    /** One transaction: all is compared before anything is written. */
    private void write(String model, JsonNode params) {
        synchronized (models) {
            models.compare(params.path(params.size() - 1).path("_timestamp"));
            for (int i = 0; i + 1 < params.size(); i += 2) {
                models.write(model, params.path(i).path(0).asLong(), (ObjectNode) params.path(i + 1));
            }
        }
    }

    private FakeAnswer press(String method, JsonNode params) {
        LongConsumer button = buttons.get(method);
        if (button == null) {
            return FakeAnswer.page(403, "Forbidden");
        }
        synchronized (models) {
            models.compare(params.path(1).path("_timestamp"));
            params.path(0).forEach(id -> button.accept(id.asLong()));
        }
        return FakeAnswer.result(FakeModels.JSON.nullNode());
    }

    private ObjectNode access(JsonNode names) {
        ObjectNode access = FakeModels.JSON.createObjectNode();
        names.forEach(name -> access.putObject(name.asText()).put("create", models.has(name.asText())));
        return access;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
