package io.switchboard.security.internal.access;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import java.time.Duration;

/** How calls are refused: what to do about it, and no more than the caller needs. */
final class Refusals {
    private Refusals() {}

    static CallFailure unauthenticated() {
        return CallFailure.of(
                ErrorCode.UNAUTHENTICATED,
                "Send a valid access token: Authorization: Bearer <token>, from POST /oauth2/token. Fetch a new one when it has expired.",
                "请携带有效的访问令牌：Authorization: Bearer <token>，通过 POST /oauth2/token 获取；令牌过期后请重新获取。");
    }

    static CallFailure notReady() {
        return CallFailure.of(
                        ErrorCode.NOT_READY,
                        "Tokens cannot be checked yet; /health/ready says why.",
                        "暂时无法校验令牌，原因见 /health/ready。")
                .retryAfter(Duration.ofSeconds(1));
    }

    static CallFailure storeAway() {
        return CallFailure.of(
                        ErrorCode.BUSY,
                        "The hub's store does not answer, so no token can be checked; /health/ready says when it does again.",
                        "集线器的存储暂无响应，无法校验令牌；恢复情况见 /health/ready。")
                .retryAfter(Duration.ofSeconds(1));
    }

    static CallFailure staffOnly() {
        return CallFailure.of(
                ErrorCode.FORBIDDEN,
                "This operation is for staff; a token that is bound to a customer cannot call it. Use a token of the client itself.",
                "该操作仅供员工使用，绑定客户的令牌不能调用，请使用客户端自身的令牌。");
    }

    static CallFailure customerRequired() {
        return CallFailure.of(
                ErrorCode.CUSTOMER_REQUIRED,
                "An autonomous client may call this only with a token that is bound to the customer. Obtain one for this customer.",
                "自主型客户端只能使用绑定该客户的令牌调用此操作，请先获取绑定令牌。");
    }

    static CallFailure stepUpRequired() {
        return CallFailure.of(
                ErrorCode.STEP_UP_REQUIRED,
                "The customer has to prove who they are more strongly. Have them do so, then call with the new token.",
                "需要对客户进行更强的身份验证，请在验证后使用新令牌调用。");
    }

    static CallFailure scopeMissing(String scope) {
        return CallFailure.of(
                ErrorCode.SCOPE_MISSING,
                "The token needs the scope " + scope
                        + ". Ask for it at POST /oauth2/token, or have a role that has it given to the client.",
                "令牌缺少权限范围 " + scope + "。请在 POST /oauth2/token 申请，或为客户端分配具有该权限的角色。");
    }
}
