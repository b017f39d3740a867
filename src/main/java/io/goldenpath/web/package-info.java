/** Wiring of the web part: access rule, JSON and types of files. */
@NullMarked
package io.goldenpath.web;

import org.jspecify.annotations.NullMarked;
