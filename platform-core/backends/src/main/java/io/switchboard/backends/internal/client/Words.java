package io.switchboard.backends.internal.client;

/**
 * Something said to the people who run the hub. Immutable.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Words(String en, String zh) {
    static final Words SILENT = new Words("its answer was not whole in time", "未在规定时间内完整应答");
    static final Words GIVEN_UP = new Words("nobody waits for its answer any more", "已无人等待其应答");
    static final Words CLOSED = new Words("it was closed", "已关闭");
    static final Words TOO_LONG = new Words("its answer is longer than it may be", "应答超过允许的长度");
    static final Words NO_HTTP = new Words("what it sends is no HTTP", "返回的内容不是 HTTP");
    static final Words CUT = new Words("it cut the connection before its answer was whole", "应答未完整便断开了连接");
    static final Words UNKNOWN_NAME = new Words("its name is not known", "主机名无法解析");
    static final Words NO_CONNECTION = new Words("it took no connection in time", "未在规定时间内接受连接");
    static final Words REFUSED = new Words("it refused the connection", "拒绝连接");
    static final Words NO_TLS =
            new Words("its certificate is not trusted, or it does not speak TLS", "证书不受信任，或不支持 TLS");
    static final Words PACKED = new Words("it packed its answer although nobody asked for that", "未经请求便压缩了应答");
    static final Words NO_ADDRESS = new Words("it redirects to what is no address", "重定向的目标不是有效地址");
}
