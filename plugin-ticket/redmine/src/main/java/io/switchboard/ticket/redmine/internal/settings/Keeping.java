package io.switchboard.ticket.redmine.internal.settings;

/** What of a ticket is kept in a custom field of issues. */
public enum Keeping {
    /** Whose it is. */
    CUSTOMER("customer", "Customer ID", true),
    /** The act that made it. */
    CORRELATION("correlation", "Correlation ID", true),
    /** The act that changed it last, and who did; by it, journals tell who did what through the hub. */
    CALL("call", "Last call", true),
    /** What it is about. */
    KIND("kind", "Kind", false),
    /** Who deals with it. */
    DEPARTMENT("department", "Department", false),
    /** Whether it stands out. */
    FLAG("flag", "Flagged", false),
    /** By when, to the second, which Redmine's own due date cannot say. */
    DUE("due", "Due time", false),
    /** The conversation it came out of. */
    CONVERSATION("conversation", "Conversation", false);

    private final String key;
    private final String usual;
    private final boolean needed;

    Keeping(String key, String usual, boolean needed) {
        this.key = "field." + key;
        this.usual = usual;
        this.needed = needed;
    }

    /** The setting that names the field. */
    public String key() {
        return key;
    }

    /** The field's name unless the setting says otherwise. */
    public String usual() {
        return usual;
    }

    /** Whether nothing works without it. */
    public boolean needed() {
        return needed;
    }
}
