/** The server's own answers, and its leave-taking. */
@NullMarked
package io.switchboard.http.internal;

import org.jspecify.annotations.NullMarked;
