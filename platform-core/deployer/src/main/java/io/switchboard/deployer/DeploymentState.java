package io.switchboard.deployer;

import java.util.Locale;

/** How a file in {@code deploy/} stands. */
public enum DeploymentState {
    /** Installed, and on its way: the hub is still starting, or the new content is proving itself beside the old. */
    STARTING("启动中"),
    /** It runs, and all its connectors are offered. */
    RUNNING("运行中"),
    /** The bundle runs, and a connector in it is not offered. */
    FAULTY("有误"),
    /** Something is missing; it goes on by itself when that comes. */
    WAITING("等待中"),
    /** The file itself is at fault. */
    REFUSED("已拒绝"),
    /** The bundle's own code failed when it was started. */
    FAILED("启动失败");

    private final String zh;

    DeploymentState(String zh) {
        this.zh = zh;
    }

    /** In English, as it stands in {@code .status}. */
    public String en() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In Chinese. */
    public String zh() {
        return zh;
    }
}
