/** A document taken apart for somebody who asks why. */
@NullMarked
package io.ghirbal.report.explain;

import org.jspecify.annotations.NullMarked;
