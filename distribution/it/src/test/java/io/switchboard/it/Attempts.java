package io.switchboard.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every way we know of to name another customer in a call, of one operation with a token that is bound to {@code own}. The list has the same
 * order whoever the other one is, so that what is answered for one who exists can be held against one who does not.
 */
final class Attempts {
    /** One call. Immutable. */
    record Attempt(String what, String method, String address, String body, List<String> headers) {
        Answer by(Caller caller) {
            return caller.send(method, address, body, headers.toArray(String[]::new));
        }

        @Override
        public String toString() {
            return what + ": " + method + " " + address + (body.isEmpty() ? "" : " " + body);
        }
    }

    private final CustomerOperation operation;
    private final String own;
    private final String other;
    private final Map<String, String> othersRows;
    private final Map<String, String> noRows;
    private final List<Attempt> all = new ArrayList<>();

    private Attempts(
            CustomerOperation operation,
            String own,
            String other,
            Map<String, String> othersRows,
            Map<String, String> noRows) {
        this.operation = operation;
        this.own = own;
        this.other = other;
        this.othersRows = othersRows;
        this.noRows = noRows;
    }

    /** All of them; rows by the names of the variables that take them. */
    static List<Attempt> of(
            CustomerOperation operation,
            String own,
            String other,
            Map<String, String> othersRows,
            Map<String, String> noRows) {
        Attempts attempts = new Attempts(operation, own, other, othersRows, noRows);
        if (operation.where().equals("path")) {
            attempts.inPath();
        }
        attempts.inQuery();
        attempts.inHeaders();
        if (operation.takesBody()) {
            attempts.inJson();
            attempts.inXml();
        }
        return attempts.all;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }

    private void inPath() {
        String plain = encoded(other);
        StringBuilder hexadecimal = new StringBuilder();
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < other.length(); i++) {
            char c = other.charAt(i);
            hexadecimal.append('%').append(String.format("%02X", (int) c));
            wide.append(encoded(String.valueOf((char) (c + 0xFEE0))));
        }
        List<String> forms = List.of(
                plain,
                hexadecimal.toString(),
                wide.toString(),
                other.toLowerCase(java.util.Locale.ROOT),
                "%20" + plain,
                plain + "%20",
                plain + "%00",
                plain + "%0A",
                plain + "%E2%80%8B",
                "%EF%BB%BF" + plain,
                "%E2%80%AE" + plain,
                "%D0%A1" + plain.substring(1),
                plain.replace("-", "%E2%80%90"),
                plain + "%CC%81",
                plain + "," + own,
                own + "," + plain,
                own + "%2F..%2F" + plain,
                own + "/../" + plain,
                "me/../" + plain,
                "me%2F..%2F" + plain,
                plain + ";customerId=" + own,
                "me;customerId=" + plain,
                "%5B%22" + plain + "%22%5D",
                plain + "%27%20OR%20%271%27%3D%271",
                "me%7C" + plain,
                plain + "~" + own);
        for (String form : forms) {
            add("path", operation.address(form, othersRows), operation.body().toString());
            add(
                    "path, no row",
                    operation.address(form, noRows),
                    operation.body().toString());
        }
        ObjectNode named = operation.body().deepCopy().put(operation.customer(), own);
        add("path and body", operation.address(plain, othersRows), named.toString());
        add("path and query", operation.address(plain, othersRows) + "?" + operation.customer() + "=" + own, bare());
    }

    private void inQuery() {
        String name = operation.customer();
        for (String query : List.of(
                name + "=" + other,
                name + "=me&" + name + "=" + other,
                name + "=" + other + "&" + name + "=me",
                name + "%5B%5D=" + other,
                name + ".id=" + other,
                "%63ustomerId=" + other,
                "CustomerId=" + other,
                "customer_id=" + other,
                "customer=" + other,
                "owner=" + other,
                name + "=" + other + "%20",
                name + "=%00" + other)) {
            for (String self : List.of("me", own)) {
                add("query", operation.address(self, noRows) + "?" + query, bare());
            }
        }
    }

    private void inHeaders() {
        String address = operation.address("me", noRows);
        String others = operation.address(encoded(other), othersRows);
        for (String[] header : List.of(
                new String[] {"Switchboard-Customer", other},
                new String[] {"X-Customer-Id", other},
                new String[] {"Customer", other},
                new String[] {"X-Original-URL", others},
                new String[] {"X-Rewrite-URL", others},
                new String[] {"X-HTTP-Method-Override", "DELETE", "X-Customer-Id", other})) {
            add("header", address, bare(), header);
        }
    }

    private void inJson() {
        String name = operation.customer();
        String rest =
                operation.body().isEmpty() ? "" : ',' + inner(operation.body().toString());
        List<String> members = List.of(
                "\"" + name + "\":\"" + other + "\"",
                "\"" + name + "\":[\"" + other + "\"]",
                "\"" + name + "\":[\"" + own + "\",\"" + other + "\"]",
                "\"" + name + "\":{\"id\":\"" + other + "\"}",
                "\"" + name + "\":null,\"customer\":\"" + other + "\"",
                "\"" + name + "\":\"" + own + "\",\"" + name + "\":\"" + other + "\"",
                "\"" + name + "\":\"" + other + "\",\"" + name + "\":\"me\"",
                "\"" + name + "\":\"me\",\"\\u0063ustomerId\":\"" + other + "\"",
                "\"CustomerId\":\"" + other + "\"",
                "\"" + name + " \":\"" + other + "\"",
                "\"" + name + "\":\" " + other + "\"",
                "\"" + name + "\":\"" + other + "\\u0000\"",
                "\"owner\":\"" + other + "\"",
                "\"principal\":{\"customer\":\"" + other + "\"}");
        for (String member : members) {
            for (String self : List.of("me", own)) {
                add("body", operation.address(self, noRows), '{' + member + rest + '}');
                add("body, behind", operation.address(self, noRows), '{' + behind(rest) + member + '}');
            }
        }
        add("body, array", operation.address("me", noRows), "[{" + members.get(0) + rest + "}]");
    }

    private void inXml() {
        String name = operation.customer();
        StringBuilder rest = new StringBuilder();
        operation.body().properties().forEach(each -> {
            if (each.getValue().isTextual()) {
                String tag = each.getKey();
                rest.append('<')
                        .append(tag)
                        .append('>')
                        .append("text")
                        .append("</")
                        .append(tag)
                        .append('>');
            }
        });
        String one = "<" + name + ">" + other + "</" + name + ">";
        for (String members : List.of(
                one,
                "<" + name + ">" + own + "</" + name + ">" + one,
                one + "<" + name + ">me</" + name + ">",
                "<" + name + "><item>" + other + "</item></" + name + ">",
                "<x:" + name + " xmlns:x=\"urn:x\">" + other + "</x:" + name + ">")) {
            String xml = "<request>" + members + rest + "</request>";
            add("XML", operation.address("me", noRows), xml, "Content-Type", "application/xml");
            add(
                    "XML, attribute",
                    operation.address("me", noRows),
                    "<request " + name + "=\"" + other + "\">" + rest + "</request>",
                    "Content-Type",
                    "application/xml");
        }
    }

    private String bare() {
        return operation.takesBody() ? operation.body().toString() : "";
    }

    private void add(String what, String address, String body, String... headers) {
        String sent = operation.takesBody() ? body : "";
        all.add(new Attempt(what, operation.method(), address, sent, List.of(headers)));
    }

    private static String inner(String object) {
        return object.substring(1, object.length() - 1);
    }

    private static String behind(String rest) {
        return rest.isEmpty() ? "" : rest.substring(1) + ",";
    }
}
