package io.querybudget.junit;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Placeholder: does nothing. */
final class QueryBudgetExtension implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {}
}
