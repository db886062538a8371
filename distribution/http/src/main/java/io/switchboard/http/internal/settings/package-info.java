/** What the server is told, and what is wrong with it. */
@NullMarked
package io.switchboard.http.internal.settings;

import org.jspecify.annotations.NullMarked;
