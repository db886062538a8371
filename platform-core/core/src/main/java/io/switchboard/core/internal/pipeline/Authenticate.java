package io.switchboard.core.internal.pipeline;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.Arrival;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.security.Caller;
import java.time.Duration;

/** Finds out who calls. */
final class Authenticate implements Step {
    private final Guards guards;

    Authenticate(Guards guards) {
        this.guards = guards;
    }

    @Override
    public void before(Call call) throws CallFailure {
        call.caller(caller(call.request().arrival()));
    }

    Caller caller(Arrival arrival) throws CallFailure {
        var authenticator = guards.authenticator();
        if (authenticator.isEmpty()) {
            throw noSecurity();
        }
        if (arrival.credentials().isEmpty()) {
            throw CallFailure.of(
                    ErrorCode.UNAUTHENTICATED,
                    "Send an access token: Authorization: Bearer …; get one at /oauth2/token.",
                    "请携带访问令牌：Authorization: Bearer …；令牌从 /oauth2/token 获取。");
        }
        return authenticator.get().authenticate(arrival.credentials().get());
    }

    static CallFailure noSecurity() {
        return CallFailure.of(
                        ErrorCode.NOT_READY,
                        "The security plugin is not running, so no call is let through.",
                        "安全插件未运行，所有调用均被拒绝。")
                .retryAfter(Duration.ofSeconds(2));
    }
}
