package com.acme.stock;

import com.acme.shop.Customer;
import com.acme.shop.Named;
import com.acme.shop.Product;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;

@Entity
public class Attachment extends Named {
    @Any(fetch = FetchType.LAZY)
    @AnyKeyJavaClass(Long.class)
    @AnyDiscriminatorValue(discriminator = "C", entity = Customer.class)
    @AnyDiscriminatorValue(discriminator = "P", entity = Product.class)
    @JoinColumn(name = "subject_id")
    @Column(name = "subject_type")
    private Named subject;

    public Named getSubject() {
        return subject;
    }
}
