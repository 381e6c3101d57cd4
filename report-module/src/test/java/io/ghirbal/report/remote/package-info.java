@NullMarked
package io.ghirbal.report.remote;

import org.jspecify.annotations.NullMarked;
