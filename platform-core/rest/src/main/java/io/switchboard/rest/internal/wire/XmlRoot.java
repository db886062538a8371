package io.switchboard.rest.internal.wire;

/** The element round an XML document, and what the entries of lists are called in it. */
public enum XmlRoot {
    RESPONSE("response", "", "item"),
    /** What callers send. */
    REQUEST("request", "", "item"),
    /** As RFC 9457, appendix B, has it. */
    PROBLEM("problem", "urn:ietf:rfc:7807", "i");

    private final String element;
    private final String namespace;
    private final String item;

    XmlRoot(String element, String namespace, String item) {
        this.element = element;
        this.namespace = namespace;
        this.item = item;
    }

    String element() {
        return element;
    }

    String namespace() {
        return namespace;
    }

    String item() {
        return item;
    }
}
