/** How clients prove by a key of their own who they are (RFC 7523). */
@NullMarked
package io.switchboard.security.internal.assertion;

import org.jspecify.annotations.NullMarked;
