package io.switchboard.core.audit;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes the audit forget whom its records are about. The records stay, and so does the proof that none was changed. A service; safe for use
 * from many threads.
 */
@ProviderType
public interface AuditErasure {
    /**
     * Erases the key under which a customer's name, conversations and arguments are sealed, in all records of calls that have been answered.
     * It cannot be taken back. A later call about the customer is recorded under another key.
     *
     * @param customer the customer's id
     * @param act what the erasure is known by, 32 hexadecimal digits; kept in place of the key
     * @return how many keys there were; 0 where no record that is kept names the customer
     * @throws IOException when it was not done, or not in full: it is to be done again
     */
    int erase(String customer, String act) throws IOException;

    /**
     * How many keys an act has erased.
     *
     * @throws IOException when that cannot be read
     */
    int erasedBy(String act) throws IOException;
}
