package io.switchboard.connector;

/** The kinds of personal data that the hub masks by role, marks in schemas and keeps out of logs. */
public enum DataClass {
    /** A person's name. */
    NAME,
    /** A telephone number. */
    PHONE,
    /** An e-mail address. */
    EMAIL,
    /** A number of an identity card, passport or driving licence. */
    IDENTITY_DOCUMENT,
    /** A number of a bank card or bank account. */
    BANK_CARD,
    /** A postal address or a part of one. */
    ADDRESS,
    /** A date of birth. */
    BIRTH_DATE,
    /** An amount of money that says something of a person's finances. */
    AMOUNT,
    /** Text in which people write whatever they like; scanned for the other classes. */
    FREE_TEXT,
    /** A password, token or code; never leaves the hub in any role. */
    CREDENTIAL
}
