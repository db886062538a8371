package io.switchboard.security.internal.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.switchboard.security.internal.Forge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider of tokens over real HTTP, which can be told to misbehave. */
public final class Provider implements AutoCloseable {
    private static final String JWKS = "/shop/jwks";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private volatile KeyPair key = rsa(2048);
    private volatile String keyId = "k1";

    /** How one path answers. */
    @FunctionalInterface
    interface Page {
        void answer(HttpExchange exchange) throws IOException;
    }

    public Provider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        page("/shop/.well-known/openid-configuration", json(metadata(issuer(), issuer() + "/jwks")));
        publish();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(JWKS)) {
            keyRequests.incrementAndGet();
        }
        try (exchange) {
            pages.getOrDefault(path, status(404)).answer(exchange);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public String issuer() {
        return address() + "/shop";
    }

    public KeyPair key() {
        return key;
    }

    public String keyId() {
        return keyId;
    }

    /** How often the key set was asked for. */
    int keyRequests() {
        return keyRequests.get();
    }

    void page(String path, Page page) {
        pages.put(path, page);
    }

    void keys(Page page) {
        page(JWKS, page);
    }

    /** Publishes the key that signs. */
    void publish() {
        keys(json(Map.of("keys", List.of(jwk(keyId, key)))));
    }

    /** Signs by another key from now on, and publishes that one only. */
    void rotate(String nextId) {
        key = rsa(2048);
        keyId = nextId;
        publish();
    }

    /** A configuration that accepts its tokens as callers. */
    public Map<String, Object> callers() {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put("service.pid", "io.switchboard.security.issuer~shop");
        configuration.put("issuer", issuer());
        configuration.put("for", "callers");
        configuration.put("audience", "urn:hub");
        configuration.put("client.claim", "client_id");
        configuration.put("client.map.shop-bot", "bot");
        return configuration;
    }

    /** A configuration that accepts its tokens as customers'. */
    public Map<String, Object> customers() {
        Map<String, Object> configuration = new HashMap<>(callers());
        configuration.keySet().removeIf(key -> key.startsWith("client."));
        configuration.put("for", "customers");
        configuration.put("customer.claim", "sub");
        configuration.put("customer.prefix", "C-");
        configuration.put("assurance", "signed-in");
        return configuration;
    }

    /** The header of a token that is accepted. */
    public Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", keyId);
        return header;
    }

    /** The claims of a token that is accepted. */
    public Map<String, Object> claims(Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer());
        claims.put("aud", "urn:hub");
        claims.put("sub", "1001");
        claims.put("client_id", "shop-bot");
        claims.put("scope", "openid crm.read");
        claims.put("jti", "t-1");
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 900);
        return claims;
    }

    /** A token that is accepted. */
    public String token(Instant now) {
        return Forge.token(header(), claims(now), signer());
    }

    /** Signs as it does. */
    public Forge.Signer signer() {
        return Forge.with("SHA256withRSA", key.getPrivate());
    }

    static Map<String, Object> metadata(String issuer, String keys) {
        return Map.of("issuer", issuer, "jwks_uri", keys);
    }

    public static Map<String, Object> jwk(String id, KeyPair pair) {
        RSAPublicKey open = (RSAPublicKey) pair.getPublic();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("kid", id);
        jwk.put("n", Forge.base64(unsigned(open.getModulus().toByteArray())));
        jwk.put("e", "AQAB");
        return jwk;
    }

    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(byte[] bytes) {
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    static Page json(Map<String, ?> members) {
        return text(Forge.json(members));
    }

    static Page text(String text) {
        return exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        };
    }

    static Page status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    static Page redirect(String to) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
