package io.switchboard.connector;

import java.util.Objects;

/**
 * A reference to a file; its bytes go over {@code /api/files}. Immutable.
 *
 * @param id the hub's id of the file
 * @param name the file's name, without a folder
 * @param mediaType the media type, such as {@code image/png}
 * @param size the bytes
 * @param sha256 the SHA-256 of the bytes, 64 lower-case hexadecimal digits
 */
public record Attachment(String id, String name, String mediaType, long size, String sha256) {
    /** Refuses nulls and a negative size. */
    public Attachment {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(sha256, "sha256");
        if (size < 0) {
            throw new IllegalArgumentException("size " + size);
        }
    }

    /** Begins one; the builder stays when components are added. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Collects the components. Not safe for use from several threads. */
    public static final class Builder {
        private final String id;
        private String name = "";
        private String mediaType = "application/octet-stream";
        private long size;
        private String sha256 = "";

        private Builder(String id) {
            this.id = id;
        }

        /** Sets the file's name. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /** Sets the media type. */
        public Builder mediaType(String value) {
            mediaType = value;
            return this;
        }

        /** Sets the bytes. */
        public Builder size(long value) {
            size = value;
            return this;
        }

        /** Sets the digest. */
        public Builder sha256(String value) {
            sha256 = value;
            return this;
        }

        /** Makes the reference. */
        public Attachment build() {
            return new Attachment(id, name, mediaType, size, sha256);
        }
    }
}
