/** Wiring of the web part: access rule, response headers and event stream. */
@NullMarked
package io.goldenpath.web;

import org.jspecify.annotations.NullMarked;
