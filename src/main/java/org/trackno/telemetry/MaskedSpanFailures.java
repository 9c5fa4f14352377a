package org.trackno.telemetry;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver;
import io.opentelemetry.sdk.internal.ExceptionAttributeResolver.AttributeSetter;
import io.opentelemetry.sdk.trace.internal.SdkTracerProviderUtil;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import jakarta.inject.Singleton;

/** Masks exceptions that spans tell of, as {@link MaskedLog} does. What a span has recorded cannot be changed any more. */
@Singleton
class MaskedSpanFailures implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
    private static final ExceptionAttributeResolver PLAIN = ExceptionAttributeResolver.getDefault();

    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addTracerProviderCustomizer((provider, properties) -> {
            SdkTracerProviderUtil.setExceptionAttributeResolver(provider, MaskedSpanFailures::describe);
            return provider;
        });
    }

    private static void describe(AttributeSetter span, Throwable failure, int maxLength) {
        PLAIN.setExceptionAttributes(span, MaskedFailure.of(failure), maxLength);
        span.setAttribute(
                ExceptionAttributeResolver.EXCEPTION_TYPE, failure.getClass().getName());
    }
}
