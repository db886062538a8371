/**
 * Finding out, now and then, what happened in a system that tells nobody by itself: by one hub of several, at once after a write, and from
 * where it was left off. A library: each bundle that uses it carries a copy of its own.
 */
@NullMarked
package io.switchboard.poll;

import org.jspecify.annotations.NullMarked;
