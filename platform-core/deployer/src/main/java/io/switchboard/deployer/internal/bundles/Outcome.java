package io.switchboard.deployer.internal.bundles;

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

    static Outcome of(State state) {
        return new Outcome(state, "", "");
    }
}
