package io.switchboard.launcher.command;

import io.switchboard.secrets.SecretFault;
import io.switchboard.secrets.SecretStore;

/** What is wrong with secrets, in Chinese; in English the faults say it themselves. */
final class Faults {
    private Faults() {}

    static String chinese(SecretFault fault) {
        String subject = fault.subject();
        return switch (fault.reason()) {
            case NAME -> "名称须为 1 到 100 个字母、数字、点、连字符或下划线，并以字母或数字开头。";
            case VALUE -> "值须为 1 到 " + SecretStore.MAX_VALUE_BYTES + " 字节的 UTF-8 文本。";
            case FULL -> "密钥数量已达上限。";
            case NO_KEY -> "缺少 " + subject + "，无法解开密钥；请从备份恢复，或删除密钥文件后重新设置全部密钥。";
            case OPEN_TO_OTHERS -> subject + " 可被他人读取：只应允许所有者读取（chmod 600）。";
            case DAMAGED -> subject + " 已损坏或由另一密钥加密；请从备份恢复，或重新设置。";
            case BUSY -> "另一进程长时间占用密钥文件，请稍后再试。";
        };
    }
}
