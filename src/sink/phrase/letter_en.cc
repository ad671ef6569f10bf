// The words of the owner's letter in English.
#include "sink/phrase/phrase.h"

namespace bridle {
namespace {

constexpr Phrase<Letter> kPhrases[] = {
    {Letter::title, "About the check of your phone"},
    {Letter::first_invalid,
     "We cannot use this check: the copy of your phone changed while we were reading it."},
    {Letter::first_match, "We found traces of a known attack in the copy of your phone."},
    {Letter::first_lead,
     "We found something in the copy of your phone that an expert should look at."},
    {Letter::first_inconclusive,
     "We cannot give you an answer yet: too much of the copy could not be read."},
    {Letter::first_no_match, "We found no trace of a known attack in what we could read."},
    {Letter::means_title, "What this means"},
    {Letter::means_invalid,
     "Nothing can be said about your phone from this check. It has to be done again."},
    {Letter::means_match,
     "Something on your phone fits an attack that experts have described, so closely that chance "
     "does not explain it. The list below says how far the attack went, as far as we can tell."},
    {Letter::means_lead,
     "Something on your phone looks like the trace of an attack, but it can also have a harmless "
     "cause. An expert has to find out which it is."},
    {Letter::means_inconclusive,
     "We found nothing, but we could read so little that this tells us nothing about your phone."},
    {Letter::means_no_match,
     "We compared your phone’s data with the traces of attacks that are known today. None of them "
     "was there."},
    {Letter::not_means_title, "What this does not mean"},
    {Letter::not_means_invalid,
     "It does not mean that somebody attacked your phone. A copy can change for simple reasons, "
     "such as a faulty cable or disk."},
    {Letter::not_means_match,
     "It does not say who did it, and you did nothing wrong. It does not always mean that the "
     "attack worked, or that it is still going on."},
    {Letter::not_means_lead,
     "It does not mean that your phone was attacked. It does not mean that it was not, either."},
    {Letter::not_means_inconclusive,
     "It does not mean that all is well, and it does not mean that something is wrong."},
    {Letter::not_means_no_match,
     "It does not prove that there was no attack. An attack that left no trace, or that nobody has "
     "described yet, would not be seen."},
    {Letter::found_title, "What we found"},
    {Letter::found_executed, "Spyware seems to have run on this phone."},
    {Letter::found_delivered,
     "An attack seems to have reached this phone. Whether it worked is another question."},
    {Letter::found_targeted, "Somebody seems to have tried to reach this phone with an attack."},
    {Letter::found_posture,
     "A setting or an app on this phone is worth a look. It is not an attack."},
    {Letter::found_context,
     "This phone had contact with something that also appears when one reads about spyware. It is "
     "not an attack."},
    {Letter::close_fit, "The trace fits closely."},
    {Letter::not_certain, "Not certain: an expert must look at it."},
    {Letter::looked_title, "What we looked at"},
    {Letter::looked_nothing, "Nothing in it could be read."},
    {Letter::looked_whole, "We could read: {0}."},
    {Letter::not_looked_title, "What we could not look at"},
    {Letter::not_looked_none, "We could read all that such a copy should hold."},
    {Letter::not_looked, "Not read, or only in part: {0}. An attack could have left traces there."},
    {Letter::not_looked_more, "The copy also holds things that this check cannot read."},
    {Letter::comma, ", "},
    {Letter::of_messages, "messages"},
    {Letter::of_calls, "calls"},
    {Letter::of_web, "web pages"},
    {Letter::of_apps, "apps"},
    {Letter::of_media, "pictures and files"},
    {Letter::of_network, "network use"},
    {Letter::of_settings, "settings"},
    {Letter::of_system, "logs of the system"},
    {Letter::of_contacts, "contacts and calendar"},
    {Letter::of_other, "other parts of the copy"},
    {Letter::steps_title, "Three next steps"},
    {Letter::step_keep,
     "Keep the phone as it is. Do not reset it, do not update it and do not delete anything until "
     "you have spoken to an expert."},
    {Letter::step_other_device,
     "Use another phone or computer for private talks, and to ask for help."},
    {Letter::step_call,
     "Contact one of the helplines below. They know such cases, and their help is free."},
    {Letter::step_remember,
     "Write down what you remember: odd messages or calls, and times when the phone was out of "
     "your hands."},
    {Letter::step_new_copy,
     "Ask the person who made the copy to make a new one, and to check it again."},
    {Letter::step_password,
     "The copy is locked. Give its password to the person who made this check, by word of mouth, "
     "so that it can be read."},
    {Letter::step_update,
     "Install the updates of your phone and its apps. If you are at high risk, turn on Lockdown "
     "Mode (iPhone) or Advanced Protection (Android)."},
    {Letter::step_keep_copy,
     "Ask that the copy be kept, if you agree: it can be checked again when more attacks are "
     "known."},
    {Letter::step_call_if_warned,
     "If Apple, Google or WhatsApp warned you, or if you are still worried, contact one of the "
     "helplines below even so."},
    {Letter::whom_title, "Whom to contact"},
    {Letter::what_access_now,
     "For activists, journalists and human rights defenders; day and night; many languages."},
    {Letter::what_amnesty, "Examines phones of civil society for traces of spyware."},
    {Letter::what_civicert, "Lists helpers in many countries."},
    {Letter::what_smex, "For people in Arabic-speaking countries."},
    {Letter::caution_title, "Take care with this letter"},
    {Letter::caution,
     "Whoever watches your phone can see this page on it, and can see that the phone was checked. "
     "Read it on another device, do not send it from this phone, and write to the helplines from "
     "another device. If somebody close to you may be the one who watches, get to a place where "
     "that person is not, first."},
    {Letter::footer,
     "Made by {0} out of case {1}. This letter holds no values and no names; the details are in "
     "the analyst’s workbook."},
};

}  // namespace

extern const Texts<Letter> letter_en;
constinit const Texts<Letter> letter_en = all_texts(kPhrases);

}  // namespace bridle
