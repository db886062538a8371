package io.switchboard.connector;

import static io.switchboard.connector.Advice.ASK_CUSTOMER;
import static io.switchboard.connector.Advice.ASK_OUTCOME;
import static io.switchboard.connector.Advice.FIX_ARGUMENTS;
import static io.switchboard.connector.Advice.GIVE_UP;
import static io.switchboard.connector.Advice.HAND_OFF;
import static io.switchboard.connector.Advice.RETRY_LATER;
import static io.switchboard.connector.Advice.STEP_UP;
import static io.switchboard.connector.ErrorCategory.ACCESS;
import static io.switchboard.connector.ErrorCategory.BACKEND;
import static io.switchboard.connector.ErrorCategory.BUSINESS;
import static io.switchboard.connector.ErrorCategory.CALLER;
import static io.switchboard.connector.ErrorCategory.HUB;

/**
 * The closed catalogue of errors: one for every transport and every connector. A number never changes its meaning.
 *
 * <p>A connector says more by a reason of its own, declared with {@link Fails}; it never adds a number.
 */
public enum ErrorCode {
    /** An argument is missing, unknown, of the wrong type or out of bounds; the problem names each by its path. */
    INVALID_ARGUMENTS(4000, 400, CALLER, FIX_ARGUMENTS, true, "Something in the request is not right.", "请求内容有误。"),
    /** The user does not exist, or is not the caller's to see. */
    CUSTOMER_NOT_FOUND(4001, 404, BUSINESS, ASK_CUSTOMER, true, "We could not find this customer.", "未找到该用户。"),
    /** The body is not well-formed JSON or XML, or is nested too deeply. */
    MALFORMED_BODY(4002, 400, CALLER, FIX_ARGUMENTS, false, "The request could not be read.", "请求无法解析。"),
    /** The caller may not do this. */
    FORBIDDEN(4003, 403, ACCESS, HAND_OFF, false, "This is not permitted here.", "此操作未获授权。"),
    /** The thing asked for does not exist, or is not the caller's to see. */
    NOT_FOUND(4004, 404, BUSINESS, ASK_CUSTOMER, true, "We could not find what you asked for.", "未找到您查询的内容。"),
    /** There is no such connector, version, operation or path. */
    NO_SUCH_OPERATION(4005, 404, CALLER, GIVE_UP, false, "This service is not available.", "该服务不存在。"),
    /** The path exists, with other methods. */
    METHOD_NOT_ALLOWED(4006, 405, CALLER, FIX_ARGUMENTS, false, "The request could not be handled.", "请求方式不受支持。"),
    /** None of the media types that the caller accepts can be given. */
    NOT_ACCEPTABLE(4007, 406, CALLER, FIX_ARGUMENTS, false, "The request could not be handled.", "无法提供所要求的格式。"),
    /** The state of the thing does not allow it now. */
    CONFLICT(4008, 409, BUSINESS, ASK_CUSTOMER, true, "This is not possible in the current state.", "当前状态不允许该操作。"),
    /** The same idempotency key came with other arguments. */
    KEY_REUSED(4009, 422, CALLER, FIX_ARGUMENTS, false, "The request could not be handled.", "请求标识重复使用。"),
    /** A call with this idempotency key is still under way. */
    KEY_IN_PROGRESS(4010, 409, CALLER, ASK_OUTCOME, false, "Your request is still being handled.", "您的请求正在处理中。"),
    /** No valid token came with the call. */
    UNAUTHENTICATED(4011, 401, ACCESS, GIVE_UP, false, "Please sign in again.", "请重新登录。"),
    /** The operation is executed only with an idempotency key. */
    KEY_REQUIRED(4012, 400, CALLER, FIX_ARGUMENTS, false, "The request could not be handled.", "请求缺少幂等标识。"),
    /** The body, a header or the whole request is too large. */
    TOO_LARGE(4013, 413, CALLER, FIX_ARGUMENTS, false, "The request is too large.", "请求内容过大。"),
    /** The operation acts for one customer, and the token is bound to none. */
    CUSTOMER_REQUIRED(4014, 403, ACCESS, STEP_UP, false, "Please confirm who you are first.", "请先确认您的身份。"),
    /** The body's media type is not supported. */
    UNSUPPORTED_MEDIA_TYPE(4015, 415, CALLER, FIX_ARGUMENTS, false, "The request could not be read.", "请求格式不受支持。"),
    /** The token lacks the scope of the operation. */
    SCOPE_MISSING(4016, 403, ACCESS, HAND_OFF, false, "This is not permitted here.", "此操作未获授权。"),
    /** The customer has to prove who they are more strongly first. */
    STEP_UP_REQUIRED(4017, 403, ACCESS, STEP_UP, false, "Please confirm your identity first.", "请先完成身份验证。"),
    /** The call waits for a person's approval. */
    APPROVAL_PENDING(4018, 409, ACCESS, ASK_OUTCOME, false, "A colleague has to approve this first.", "该操作需等待人工审批。"),
    /** A person refused the call, or nobody answered in time. */
    APPROVAL_REFUSED(4019, 403, ACCESS, HAND_OFF, false, "This was not approved.", "该操作未获批准。"),
    /** A business limit would be passed. */
    LIMIT_EXCEEDED(4020, 422, BUSINESS, ASK_CUSTOMER, true, "This is more than is allowed.", "已超出允许的限额。"),
    /** It was there, and its time is over: a quote, a code, an offer. */
    EXPIRED(4021, 410, BUSINESS, ASK_CUSTOMER, true, "This has expired.", "已过期。"),
    /** Too many calls; {@code Retry-After} says when to come again. */
    RATE_LIMITED(4029, 429, ACCESS, RETRY_LATER, false, "Too many requests, please wait a moment.", "请求过于频繁，请稍后再试。"),

    /** The hub failed in a way it did not expect. */
    INTERNAL(5000, 500, HUB, HAND_OFF, false, "Something went wrong on our side.", "系统内部错误。"),
    /**
     * The system behind answered with an error, and may have done what it was asked all the same. A connector that knows that nothing was
     * changed raises {@link #BACKEND_UNREACHABLE} or {@link #BUSY} instead.
     */
    BACKEND_FAILED(5001, 502, BACKEND, RETRY_LATER, true, "A system we depend on failed.", "后端系统出错。"),
    /** The system is busy. */
    BUSY(5002, 503, HUB, RETRY_LATER, true, "The system is busy, please try again shortly.", "系统繁忙，请稍后再试。"),
    /** The answer did not come within the deadline, and nothing was changed; of a write that was begun it is {@link #OUTCOME_UNKNOWN}. */
    DEADLINE_EXCEEDED(5003, 504, BACKEND, RETRY_LATER, false, "This took too long, please try again.", "处理超时，请稍后再试。"),
    /** A write was begun and nobody knows yet whether it took place, as after a backend's answer that did not come. */
    OUTCOME_UNKNOWN(
            5004, 504, BACKEND, ASK_OUTCOME, true, "We are still finding out whether this was done.", "正在确认处理结果。"),
    /** The system behind cannot be reached; nothing was changed. */
    BACKEND_UNREACHABLE(5005, 503, BACKEND, RETRY_LATER, true, "A system we depend on cannot be reached.", "后端系统无法连接。"),
    /** The system behind refused the hub's own credentials or rights. */
    BACKEND_REFUSED(5006, 502, BACKEND, HAND_OFF, true, "A system we depend on refused us.", "后端系统拒绝访问。"),
    /** The connector failed, hung, or gave back what it may not. */
    CONNECTOR_FAULT(5007, 502, HUB, HAND_OFF, false, "A part of the system failed.", "连接器故障。"),
    /** The connector is not ready: it starts, is being replaced, lacks configuration or is in quarantine. */
    NOT_READY(5008, 503, HUB, RETRY_LATER, true, "This service is not available right now.", "该服务暂不可用。");

    private final int number;
    private final int httpStatus;
    private final ErrorCategory category;
    private final Advice advice;
    private final boolean raisable;
    private final String en;
    private final String zh;

    ErrorCode(
            int number, int httpStatus, ErrorCategory category, Advice advice, boolean raisable, String en, String zh) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.category = category;
        this.advice = advice;
        this.raisable = raisable;
        this.en = en;
        this.zh = zh;
    }

    /** The four digits that callers see. */
    public int number() {
        return number;
    }

    /** The status over HTTP. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Where the reason lies. */
    public ErrorCategory category() {
        return category;
    }

    /** What the caller is to do next. */
    public Advice advice() {
        return advice;
    }

    /**
     * Whether it says that nothing was changed. After one that does not, a write that is not idempotent counts as begun with an unknown
     * outcome: it is asked about by its probe, and never simply run again.
     */
    public boolean unchanged() {
        return switch (this) {
            case INTERNAL, BACKEND_FAILED, OUTCOME_UNKNOWN, CONNECTOR_FAULT -> false;
            default -> true;
        };
    }

    /** Whether a connector may raise it; the others are the hub's alone. */
    public boolean raisable() {
        return raisable;
    }

    /** What to tell a customer, in English. */
    public String en() {
        return en;
    }

    /** What to tell a customer, in Chinese. */
    public String zh() {
        return zh;
    }
}
