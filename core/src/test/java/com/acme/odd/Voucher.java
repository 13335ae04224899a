package com.acme.odd;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

/** Two entities refer to it by a property of the same name; its identifier has neither {@code equals} nor {@code hashCode}. */
// The fields are there to be mapped.
@SuppressWarnings("unused")
@Entity
public class Voucher {

    /** An identifier that equals no other object, and fails when it is printed. */
    @Embeddable
    public static class Serial implements Serializable {

        private static final long serialVersionUID = 1;

        private long series;
        private long number;

        protected Serial() {}

        public Serial(long number) {
            this.series = 7;
            this.number = number;
        }

        @Override
        public String toString() {
            throw new IllegalStateException("printed");
        }
    }

    @EmbeddedId
    private Serial serial;

    @OneToOne(mappedBy = "voucher")
    private Refund refund;

    @OneToOne(mappedBy = "voucher")
    private Receipt receipt;

    protected Voucher() {}

    public Voucher(long number) {
        this.serial = new Serial(number);
    }

    /** Refers to its voucher. */
    @Entity
    public static class Receipt {

        @Id
        private long id;

        @OneToOne(fetch = FetchType.LAZY)
        private Voucher voucher;

        protected Receipt() {}

        public Receipt(long id, Voucher voucher) {
            this.id = id;
            this.voucher = voucher;
        }
    }

    /** Refers to its voucher as well. */
    @Entity
    public static class Refund {

        @Id
        private long id;

        @OneToOne(fetch = FetchType.LAZY)
        private Voucher voucher;

        protected Refund() {}
    }
}
