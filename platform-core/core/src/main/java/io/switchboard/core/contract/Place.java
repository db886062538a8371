package io.switchboard.core.contract;

/**
 * Where in a contract something is. Immutable.
 *
 * @param operation the operation's id
 * @param side what goes in or what comes out
 * @param member the member, such as {@code address.lines[]}; empty: the whole
 */
record Place(String operation, Side side, String member) {
    /** The two directions, which have rules of their own: what goes in is strict, what comes out is open. */
    enum Side {
        INPUT,
        OUTPUT
    }

    Place at(String name) {
        return new Place(operation, side, member.isEmpty() ? name : member + "." + name);
    }

    Place within(String suffix) {
        return new Place(operation, side, member + suffix);
    }

    boolean input() {
        return side == Side.INPUT;
    }

    String path() {
        String whole = operation + (input() ? " input" : " output");
        return member.isEmpty() ? whole : whole + " " + member;
    }

    String en() {
        String what = member.isEmpty() ? (input() ? "the input" : "the result") : (input() ? "argument " : "result ");
        return operation + ": " + what + member;
    }

    String zh() {
        return operation + "：" + (input() ? "参数" : "结果") + (member.isEmpty() ? "" : " " + member + " ");
    }
}
