package io.switchboard.rest.internal.wire;

/** What an answer is written in. */
public enum Format {
    JSON("application/json", "application/problem+json"),
    XML("application/xml;charset=utf-8", "application/problem+xml;charset=utf-8"),
    /** The same document as {@link #XML}, for those who accept only its older name. */
    TEXT_XML("text/xml;charset=utf-8", "application/problem+xml;charset=utf-8");

    private final String contentType;
    private final String problemType;

    Format(String contentType, String problemType) {
        this.contentType = contentType;
        this.problemType = problemType;
    }

    /** The Content-Type of a result. */
    public String contentType() {
        return contentType;
    }

    /** The Content-Type of a problem. */
    public String problemType() {
        return problemType;
    }
}
