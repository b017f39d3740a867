/** What is agreed on a probe's service: its planned maintenance and its objective. */
@NullMarked
package io.goldenpath.settings.service;

import org.jspecify.annotations.NullMarked;
