/** The pages and the JSON API: tells people and programs in a browser's reach what was seen. */
@NullMarked
package io.goldenpath.web;

import org.jspecify.annotations.NullMarked;
