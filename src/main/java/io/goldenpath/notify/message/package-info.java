/** What is told of incidents, and how it reads. */
@NullMarked
package io.goldenpath.notify.message;

import org.jspecify.annotations.NullMarked;
