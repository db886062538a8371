package io.switchboard.crm.spi;

/** What an entry of a customer's history is. */
public enum EntryKind {
    /** The customer and the company spoke: a call, a chat, a letter, a visit. */
    CONTACT,
    /** The customer complained. */
    COMPLAINT
}
