package io.switchboard.sql;

import java.sql.SQLException;

/**
 * Says that what was to be written is there already, by a unique key, and that nothing was written. No failure of the store: whoever
 * writes under such a key knows what it means, such as that an act was done before.
 */
public final class DuplicateAct extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DuplicateAct(SQLException cause) {
        super(cause);
    }
}
