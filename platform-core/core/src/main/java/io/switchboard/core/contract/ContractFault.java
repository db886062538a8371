package io.switchboard.core.contract;

import io.switchboard.core.descriptor.Text;

/** A text is no contract. */
public final class ContractFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final transient Text detail;

    ContractFault(int line, String en, String zh) {
        super("line " + line + ": " + en, null, false, false);
        this.line = line;
        this.detail = new Text("Line " + line + ": " + en + ".", "第 " + line + " 行：" + zh + "。");
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong there. */
    public Text detail() {
        return detail;
    }
}
