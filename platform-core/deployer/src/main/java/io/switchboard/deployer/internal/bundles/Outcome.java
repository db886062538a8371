package io.switchboard.deployer.internal.bundles;

import java.util.List;
import java.util.Locale;

/**
 * What became of a file, in words for an integration engineer, in English and Chinese.
 *
 * @param en empty when the state says it all
 */
record Outcome(State state, String en, String zh) {
    enum State {
        /** Installed; the hub is not far enough in its start to run it. */
        STARTING("启动中"),
        RUNNING("运行中"),
        /** The bundle runs, and a connector in it is not offered. */
        FAULTY("有误"),
        /** Something is missing; tried again whenever another bundle comes. */
        WAITING("等待中"),
        /** The file itself is at fault. */
        REFUSED("已拒绝"),
        /** The bundle's own code failed when it was started. */
        FAILED("启动失败");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        String en() {
            return name().toLowerCase(Locale.ROOT);
        }

        String zh() {
            return zh;
        }
    }

    /** Of a bundle that runs. */
    static Outcome running(List<String> shortcomings) {
        if (shortcomings.isEmpty()) {
            return of(State.RUNNING);
        }
        String lines = "\n  " + String.join("\n  ", shortcomings);
        return new Outcome(
                State.FAULTY, "these connectors have mistakes and are not offered:" + lines, "以上连接器有误，未提供服务");
    }

    static Outcome of(State state) {
        return new Outcome(state, "", "");
    }
}
