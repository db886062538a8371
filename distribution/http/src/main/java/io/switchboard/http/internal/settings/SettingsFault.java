package io.switchboard.http.internal.settings;

import java.util.List;

/** Why a configuration does not count; the message says all that is wrong with it. */
public final class SettingsFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** Takes at least one fault. */
    public SettingsFault(List<String> faults) {
        super(String.join("; ", faults), null, false, false);
    }
}
