/** The OpenAPI document, made of descriptors. */
@NullMarked
package io.switchboard.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
