package com.acme.library;

import com.acme.shop.Named;
import jakarta.persistence.Entity;

/** Thirty-three columns. */
@Entity
public class Survey extends Named {
    int answer1;
    int answer2;
    int answer3;
    int answer4;
    int answer5;
    int answer6;
    int answer7;
    int answer8;
    int answer9;
    int answer10;
    int answer11;
    int answer12;
    int answer13;
    int answer14;
    int answer15;
    int answer16;
    int answer17;
    int answer18;
    int answer19;
    int answer20;
    int answer21;
    int answer22;
    int answer23;
    int answer24;
    int answer25;
    int answer26;
    int answer27;
    int answer28;
    int answer29;
    int answer30;
    int answer31;
}
