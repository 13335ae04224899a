package io.querybudget.detection;

import io.querybudget.CallSite;
import java.util.List;

/**
 * What one call path asked for: statements with the same place were issued by one piece of code.
 *
 * @param subject the shape of the statements, or what they loaded
 * @param callPath the application's frames, innermost first
 */
record CodePlace(Object subject, List<CallSite> callPath) {}
