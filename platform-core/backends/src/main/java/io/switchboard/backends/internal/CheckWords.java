package io.switchboard.backends.internal;

import io.switchboard.backends.internal.client.Why;
import io.switchboard.backends.internal.client.Words;
import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.check.CheckFinding;

/** What a failed check means to whoever set the backend up. */
final class CheckWords {
    private static final Words NOTHING = new Words("", "");

    private CheckWords() {}

    static CheckFinding of(ConnectorException failure) {
        Words why = Why.of(failure)
                .map(words -> new Words(" (" + words.en() + ")", "（" + words.zh() + "）"))
                .orElse(NOTHING);
        ErrorCode code = failure.code();
        return switch (code) {
            case BACKEND_REFUSED ->
                CheckFinding.fault(
                        "It refuses the hub's credentials, or gives them too few rights.", "拒绝了 hub 的凭据，或其权限不足。");
            case BACKEND_UNREACHABLE ->
                CheckFinding.fault(
                        "It cannot be reached, or does not answer in time" + why.en() + ".",
                        "无法连接，或未在规定时间内应答" + why.zh() + "。");
            case BACKEND_FAILED ->
                CheckFinding.fault(
                        "It answers with an error, or with what is no answer" + why.en()
                                + ". Do endpoints name the right system?",
                        "返回了错误或无法识别的内容" + why.zh() + "。endpoints 指向的系统是否正确？");
            case BUSY -> CheckFinding.warning("It is busy; check again shortly.", "系统繁忙，请稍后再检查。");
            default ->
                CheckFinding.fault(
                        "The check ended with " + code.number() + " (" + code.en() + ")",
                        "检查以 " + code.number() + " 结束（" + code.zh() + "）");
        };
    }
}
