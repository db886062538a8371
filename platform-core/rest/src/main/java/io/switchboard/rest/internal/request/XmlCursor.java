package io.switchboard.rest.internal.request;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.call.CallFailure;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Walks over a document's elements and texts, and over nothing else. */
final class XmlCursor {
    /** What comes next. */
    enum Step {
        START,
        TEXT,
        END,
        FINISH
    }

    private final XMLStreamReader reader;
    private int depth;

    XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    Step next() throws XMLStreamException, CallFailure {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    // The root is the object itself, so one more than JSON has.
                    if (++depth > JsonArguments.DEPTH + 1) {
                        throw CallFailure.of(
                                ErrorCode.MALFORMED_BODY,
                                "The body is nested more deeply than " + JsonArguments.DEPTH + " levels.",
                                "请求体嵌套超过 " + JsonArguments.DEPTH + " 层。");
                    }
                    return Step.START;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return Step.END;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    return Step.TEXT;
                }
                case XMLStreamConstants.SPACE, XMLStreamConstants.COMMENT -> {
                    // Says nothing.
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return Step.FINISH;
                }
                default ->
                    throw CallFailure.of(
                            ErrorCode.MALFORMED_BODY,
                            "Document types, entities of one's own and processing instructions are not accepted.",
                            "不接受文档类型声明、自定义实体和处理指令。");
            }
        }
        return Step.FINISH;
    }

    /** The element's name; one that stands in a namespace is nobody's. */
    String name() {
        String namespace = reader.getNamespaceURI();
        return namespace == null || namespace.isEmpty()
                ? reader.getLocalName()
                : reader.getPrefix() + ":" + reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    @Nullable
    String attribute(String name) {
        return reader.getAttributeValue("", name);
    }

    /** Goes on behind the element that was just begun. */
    void skip() throws XMLStreamException, CallFailure {
        int around = depth - 1;
        while (depth > around) {
            next();
        }
    }

    static CallFailure malformed(@Nullable Location at) {
        String en = "The body is not well-formed XML";
        String zh = "请求体不是合法的 XML";
        return at == null || at.getLineNumber() < 1
                ? CallFailure.of(ErrorCode.MALFORMED_BODY, en + ".", zh + "。")
                : CallFailure.of(
                        ErrorCode.MALFORMED_BODY,
                        en + ": line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ".",
                        zh + "：第 " + at.getLineNumber() + " 行第 " + at.getColumnNumber() + " 列。");
    }
}
