package io.switchboard.tryton.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** What goes back. */
public record FakeAnswer(int status, String contentType, String body) {
    static FakeAnswer result(JsonNode result) {
        return json("{\"id\":1,\"result\":" + result + "}");
    }

    /** An error, which has status 200. */
    public static FakeAnswer error(FakeFault fault) {
        return json("{\"id\":1,\"error\":" + FakeModels.JSON.valueToTree(fault.error()) + "}");
    }

    /** A page, which is what programs that know no better get. */
    public static FakeAnswer page(int status, String words) {
        String page = "<!doctype html>\n<html lang=en>\n<title>" + status + "</title>\n<p>" + words + "</p>\n";
        return new FakeAnswer(status, "text/html; charset=utf-8", page);
    }

    /** Any JSON. */
    public static FakeAnswer json(String text) {
        return new FakeAnswer(200, "application/json", text);
    }
}
